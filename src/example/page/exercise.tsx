/**
 * The elements `<full-mesh-exercise>` and `<full-mesh-progress>` in the page. The build wrote their content. An answer is
 * a module, `start.ts`: the code that the reader edited, or `export const answer = …` of a prediction. The hidden tests
 * run with it in the sandbox of the examples.
 */

import { render } from 'preact'
import { IslandElement } from '../../island/island-element.ts'
import type { Script } from '../../sandbox/protocol.ts'
import { prepare, type SandboxUrls } from '../../sandbox/sandbox.ts'
import { exerciseWordsIn } from '../exercise-words.ts'
import { Rows, type View } from '../Results.tsx'
import { wordsIn } from '../words.ts'
import type { Editor } from './editor.ts'
import { clearProgress, progressEvent, setSolved, solvedExercises } from './progress.ts'
import { answerScript, startRun, Unreadable, withVitest } from './run.ts'
import { isSolved, saidIn } from './verdict.ts'
import { emptyView } from './view.ts'

type Action = 'check' | 'edit' | 'reset' | 'solution'

/** An answer: the code of `start.ts`, or the value that it exports. */
type Answer = { code: string } | { value: unknown }

class FullMeshExercise extends IslandElement<Action> {
  protected readonly listened = ['click', 'pointerover', 'focusin', 'keydown']
  #editor: Editor | undefined
  #stop: (() => void) | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener(progressEvent, this)
    this.#showSolved()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener(progressEvent, this)
    this.#stop?.()
  }

  override handleEvent(event: Event): void {
    if (event.type === progressEvent) this.#showSolved()
    else super.handleEvent(event)
  }

  protected act(action: Action): void {
    if (action === 'check') this.#check(this.#answer())
    else if (action === 'edit') this.#edit()
    else if (action === 'reset') this.#reset()
    else if (action === 'solution') this.#runSolution()
  }

  protected override onEvent(event: Event): void {
    if (event.type === 'keydown') {
      const { key } = event as KeyboardEvent
      if (key === 'Enter' && (event.target as Element).matches('input')) this.act('check')
    } else if (event.type !== 'click') prepare(this.#urls)
  }

  protected follow(): void {}

  // The answer

  /** Returns the answer; undefined if a prediction has none yet. */
  #answer(): Answer | undefined {
    if (this.#kind === 'code') return { code: this.#editor?.text() ?? codeOf(this.#code) }
    const field = this.querySelector<HTMLInputElement>(
      '.exercise__question :is(input:checked, input[type=text], textarea)',
    )
    const text = field?.value.trim()
    if (!text) return undefined
    const value = {
      choice: text,
      number: Number(text),
      line: text,
      lines: text.split('\n').map((line) => line.trim()),
    }
    return { value: value[this.#kind] }
  }

  async #edit(): Promise<void> {
    if (this.#editor) return
    const words = wordsIn()
    const code = this.#code
    try {
      const { openEditor } = await import('./editor.ts')
      const text = codeOf(code)
      const pre = code.querySelector('pre')
      if (this.#editor || !pre) return
      pre.hidden = true
      this.#editor = openEditor(code, text, 1, {
        label: words.editorOf('start.ts'),
        keys: words.keyboard,
        change: () => {},
        run: () => this.act('check'),
      })
      this.#enable('edit', false)
      this.#enable('reset', true)
      this.#editor.focus()
    } catch {
      this.#show(emptyView({ message: words.loadFailed }))
    }
  }

  #reset(): void {
    this.#stop?.()
    this.#editor?.remove()
    this.#editor = undefined
    const pre = this.#code.querySelector('pre')
    if (pre) pre.hidden = false
    this.#code.scrollLeft = 0 // where the editor had scrolled to
    this.#enable('edit', true)
    this.#enable('reset', false)
    this.#draw(emptyView(), '')
  }

  #runSolution(): void {
    const block = this.querySelector('.exercise__solution .example__code')
    const { answer = 'null' } = this.querySelector<HTMLElement>('[data-answer]')?.dataset ?? {}
    this.#check(block ? { code: codeOf(block) } : { value: JSON.parse(answer) })
  }

  // Checking

  #check(answer: Answer | undefined): void {
    const words = wordsIn()
    if (answer === undefined) {
      this.#draw(emptyView(), exerciseWordsIn().noAnswer)
      return
    }
    this.#stop?.()
    this.#draw(emptyView(), words.running)
    const drafting = this.#script(answer).then((script) => ({
      order: { load: [script], run: { file: this.dataset.check ?? '' } },
      sources: new Map('code' in answer ? [[this.#start, answer.code]] : []),
    }))
    this.#stop = startRun(this.#urls, drafting, words, {
      progress: () => {},
      end: (view) => {
        this.#stop = undefined
        this.#show(view)
        setTimeout(prepare, 0, this.#urls)
      },
    })
  }

  async #script(answer: Answer): Promise<Script> {
    const id = this.#start
    // A value needs no compiler, which is a large file.
    if ('value' in answer) return answerScript(id, answer.value)
    const { compile, CompileError } = await import('./editor.ts')
    try {
      return { name: `/${id}`, text: compile(id, answer.code) }
    } catch (error) {
      if (!(error instanceof CompileError)) throw error
      throw new Unreadable(error.message, id, answer.code, error.line, error.column)
    }
  }

  // Showing

  #show(view: View): void {
    const words = exerciseWordsIn()
    const right = isSolved(view)
    this.dataset.outcome = right ? 'pass' : 'fail'
    if (right) setSolved(this.dataset.of ?? '')
    this.#draw(
      saidIn(view, JSON.parse(this.dataset.says ?? '{}'), words),
      view.notice?.message ?? (right ? words.right : words.wrong),
      right ? this.querySelector('.exercise__solution > p:last-of-type')?.textContent : '',
    )
  }

  #draw(view: View, verdict: string, reason?: string | null): void {
    const { met, unmet } = exerciseWordsIn()
    const words = wordsIn()
    const setting = {
      words: { ...words, states: { ...words.states, pass: met, fail: unmet } },
      named: [],
      files: [],
      single: this.#kind !== 'code',
      hasWalks: false,
    }
    render(
      <>
        {verdict && <p class="example__summary">{verdict}</p>}
        {reason && <p>{reason}</p>}
        <div class="example__rows">
          <Rows view={view} setting={setting} />
        </div>
      </>,
      this.querySelector('.exercise__results') as Element,
    )
  }

  #showSolved(): void {
    const mark = this.querySelector<HTMLElement>('.exercise__solved')
    if (mark) mark.hidden = !solvedExercises().has(this.dataset.of ?? '')
  }

  #enable(action: Action, isEnabled: boolean): void {
    const button = this.querySelector<HTMLButtonElement>(`[data-action=${action}]`)
    if (button) button.disabled = !isEnabled
  }

  // The parts that the build wrote

  get #kind(): 'code' | 'choice' | 'number' | 'line' | 'lines' {
    return (this.dataset.kind ?? 'code') as 'code'
  }

  get #start(): string {
    return this.dataset.start ?? ''
  }

  get #code(): Element {
    return this.querySelector('.example__code:not([data-part])') as Element
  }

  get #urls(): SandboxUrls {
    const { frame = '', program = '', tests = '', check = '' } = this.dataset
    return withVitest({ frame, program, scripts: [[`/${check}`, tests]] })
  }
}

function codeOf(block: Element): string {
  return block.querySelector('pre')?.textContent ?? ''
}

/** The list of all exercises: marks those that are solved. */
class FullMeshProgress extends IslandElement<'clear'> {
  protected readonly listened = ['click']

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener(progressEvent, this)
    this.#draw()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener(progressEvent, this)
  }

  override handleEvent(event: Event): void {
    if (event.type === progressEvent) this.#draw()
    else super.handleEvent(event)
  }

  protected act(): void {
    clearProgress()
  }

  protected follow(): void {}

  #draw(): void {
    const solved = solvedExercises()
    const items = [...this.querySelectorAll<HTMLElement>('[data-exercise]')]
    for (const item of items) item.toggleAttribute('data-solved', solved.has(item.dataset.exercise ?? ''))
    const count = items.filter((item) => item.hasAttribute('data-solved')).length
    const status = this.querySelector('.exercise__progress')
    if (status) status.textContent = exerciseWordsIn().progress(count, items.length)
  }
}

customElements.define('full-mesh-exercise', FullMeshExercise)
customElements.define('full-mesh-progress', FullMeshProgress)
