/** The element `<full-mesh-offline>` in the page: the control in the footer that keeps a copy of the site. */

import { render, type VNode } from 'preact'
import { IslandElement } from '../../island/island-element.ts'
import { addStyle } from '../../island/style.ts'
import { wordsIn } from '../words.ts'
import { Failure, type Found, keep, look, missing, remove } from './copy.ts'
import css from './panel.css'

type Action = 'open' | 'keep' | 'update' | 'cancel' | 'remove' | 'close'

/** What the panel shows. */
interface Shown {
  readonly text: string
  /** Bytes: those downloaded, and all. */
  readonly progress?: readonly [number, number]
  readonly actions: readonly Action[]
}

class FullMeshOffline extends IslandElement<Action> {
  protected readonly listened = ['click']

  readonly #words = wordsIn()
  #found: Found | undefined
  #stop: AbortController | undefined

  protected act(action: Action): void {
    if (action === 'cancel') this.#stop?.abort()
    else if (action === 'close') render(null, this.#panel)
    else this.#do(action)
  }

  protected follow(): void {}

  async #do(action: 'open' | 'keep' | 'update' | 'remove'): Promise<void> {
    const words = this.#words
    if (this.#stop) return // it is being downloaded
    try {
      if (action === 'open') await this.#open()
      else if (action === 'remove') {
        await remove()
        delete document.documentElement.dataset.kept
        this.#show({ text: words.removed, actions: ['close'] })
      } else await this.#keep()
    } catch (error) {
      this.#fail(error)
    }
  }

  async #open(): Promise<void> {
    const words = this.#words
    this.#found = await look()
    const { kept, latest } = this.#found
    const { files, bytes } = missing(this.#found)
    if (!kept)
      this.#show({ text: words.offer(this.#language, files, sizeOf(bytes)), actions: ['keep', 'close'] })
    else if (!latest)
      this.#show({ text: this.#keptText + words.space + words.unchecked, actions: ['remove', 'close'] })
    else if (latest.name === kept.name) this.#showKept()
    else this.#show({ text: words.older(files, sizeOf(bytes)), actions: ['update', 'remove', 'close'] })
    this.#panel.scrollIntoView({ block: 'nearest' })
  }

  async #keep(): Promise<void> {
    if (!this.#found) return
    const { bytes } = missing(this.#found)
    const show = (done: number) =>
      this.#show({ text: this.#words.loading, progress: [done, bytes], actions: ['cancel'] })
    show(0)
    this.#stop = new AbortController()
    try {
      await keep(this.#found, show, this.#stop)
    } finally {
      this.#stop = undefined
    }
    const root = document.documentElement
    if (root.dataset.kept === 'old') root.dataset.kept = 'current'
    this.#showKept()
  }

  #showKept(): void {
    this.#show({ text: this.#keptText, actions: ['remove', 'close'] })
  }

  #fail(error: unknown): void {
    const { failures, cancelled, nothingKept, oldKept, space } = this.#words
    const text = error instanceof Failure ? failures[error.reason] : isAbort(error) ? cancelled : undefined
    if (text === undefined) throw error
    this.#show({
      text: text + space + (this.#found?.kept ? oldKept : nothingKept),
      actions: ['open', 'close'],
    })
  }

  #show(shown: Shown): void {
    render(<Panel {...shown} words={this.#words} />, this.#panel)
  }

  get #keptText(): string {
    return this.#words.current(this.#language)
  }

  /** The name of the language of the page, in this language. */
  get #language(): string {
    return this.dataset.label ?? ''
  }

  get #panel(): HTMLElement {
    return this.querySelector('.offline__panel') as HTMLElement
  }
}

function Panel({ text, progress, actions, words }: Shown & { words: ReturnType<typeof wordsIn> }): VNode {
  return (
    <div>
      <p role="status">{text}</p>
      {progress && (
        <p>
          <progress value={progress[0]} max={progress[1]} aria-label={words.progress} /> {sizeOf(progress[0])}{' '}
          / {sizeOf(progress[1])}
        </p>
      )}
      {actions.map((action) => (
        <button key={action} type="button" data-action={action}>
          {action === 'open' ? words.again : words[action]}
        </button>
      ))}
    </div>
  )
}

/** Returns a size as readers read it: `4.9 MB`. */
function sizeOf(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

addStyle('offline', css)
customElements.define('full-mesh-offline', FullMeshOffline)
