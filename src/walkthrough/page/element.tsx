/**
 * The element `<full-mesh-walk>` in the page: plays a recorded walk. The build wrote the list of its steps and a
 * button. This module is loaded when the pointer or the focus first enters the element; the walk is loaded when the
 * reader starts it or follows a link to one of its steps. It is then shown in a dialog that takes the window.
 */

import { render } from 'preact'
import type { CallStackData } from '../../../reference/call-stacks.ts'
import { fetchText } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { StepAddress } from '../../island/step-address.ts'
import { addStyle } from '../../island/style.ts'
import { stepIn } from '../../island/walk-address.ts'
import type { WalkPlayer } from '../../island/walk-index.ts'
import { around } from '../history.ts'
import type { Kernel } from '../kernel-stack.ts'
import type { Kind } from '../kinds.ts'
import { isListed } from '../listed.ts'
import { Skeleton } from '../Skeleton.tsx'
import { wordsIn } from '../words.ts'
import { markLines, showAt, showLines } from './Code.tsx'
import { keepTab, keptTab } from './kept-tab.ts'
import { EditedCodeFailed, type LoadedWalk, loadWalk } from './load.ts'
import { type Action, changeKeys, destination, isMove, keys, kindKeys, type Move } from './moves.ts'
import type { Shown } from './panel.tsx'
import { Stage, shownCFrame } from './Stage.tsx'
import { type Course, courseOf, firstView, type Scene, sceneOf, type View } from './view.ts'

/** The time of a step while the walk plays, in ms. */
const pace = 900

/** Windows in which one panel is shown at a time: narrow or low. They grow with the text, as in stage.css. */
const narrow = '(width < 43.75em), (height < 30em)'

/** The keys that scroll the list of keys, where it has the focus. */
const scrollKeys = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' '])

/** Calls when the browser has nothing else to do. Safari cannot tell: there, a little later. */
const whenIdle: (call: () => void) => void =
  globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 50))

/** Makes a walk that is not on the page yet. */
export const createWalk: WalkPlayer['createWalk'] = (of, { title, shown, walk }, files) => {
  const element = document.createElement('full-mesh-walk')
  element.className = 'walk'
  element.id = walk
  render(<Skeleton name={<span>{shown}</span>} words={wordsIn()} />, element)
  Object.assign(element.dataset, { of, test: title, ...files })
  return element
}

/** Makes a call stack that begins when it is put on the page. */
export const createStack: WalkPlayer['createStack'] = ({ id, address, step }, links, kernel) => {
  const element = document.createElement('full-mesh-walk')
  const data = { stack: id, address, from: `${step}`, links: JSON.stringify(links), kernel, clicked: 'start' }
  Object.assign(element.dataset, data)
  render(<div class="walk__player" />, element)
  return element
}

class FullMeshWalk extends IslandElement<Action> {
  protected readonly listened = ['click', 'input', 'change', 'keydown', 'pointerover', 'pointerout']
  #walk: LoadedWalk | undefined
  #course: Course | undefined
  #view: View = firstView
  /** The scenes of the current step and of those beside it, by index. */
  #scenes = new Map<number, Scene | undefined>()
  #playing: ReturnType<typeof setInterval> | undefined
  #address = new StepAddress()
  /** What had the focus when the walk began: it gets the focus again when the walk is closed. */
  #opener: HTMLElement | undefined
  /** What had the focus when the list of keys was opened. */
  #beforeKeys: HTMLElement | undefined
  #later: Shown['later']
  /** The call stack that is stepped through, and the module that shows it. */
  #stack: { stack: CallStackData; player: typeof import('./StackStage.tsx') } | undefined

  /** The requests for the files of `data-begins`, if the first action has begun them. */
  declare begun?: false | Promise<Response>[]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.documentElement.removeAttribute('data-stage-open')
    this.#later?.unlisten(this.#drawFile)
    removeEventListener('resize', this.#measure)
    clearInterval(this.#playing)
    this.#address.cancel()
  }

  protected override onEvent(event: Event): void {
    const target = event.target as HTMLElement
    if (event.type === 'pointerover' || event.type === 'pointerout') {
      const item = event.type === 'pointerover' ? target.closest('.stage__lines li') : null
      this.#later?.point(this, item, this.#statements)
      return
    }
    if (this.#later?.handle(event)) return
    if (event.type === 'change' && target.matches('[data-c=frame]'))
      this.#change({ cFrame: Number((target as HTMLSelectElement).value) }, true)
    if (event.type === 'input' && target.matches('.walk__scrub'))
      this.#go(Number((target as HTMLInputElement).value) - 1)
    if (event.type === 'change' && target.matches('[data-way]')) {
      const { way = '' } = target.dataset
      this.#change({ chosen: new Map(this.#view.chosen).set(way, (target as HTMLSelectElement).value) })
      this.querySelector<HTMLElement>(`[data-way="${CSS.escape(way)}"]`)?.focus()
    }
    if (event.type === 'change' && target.matches('.walk__kind'))
      this.#change({ kind: (target as HTMLSelectElement).value as Kind })
    if (event.type === 'keydown') this.#press(event as KeyboardEvent, target)
  }

  #press(event: KeyboardEvent, target: HTMLElement): void {
    if (!this.#course || event.ctrlKey || event.metaKey || event.altKey) return
    if (target.closest('select, .walk__list, .c-source')) return
    if (event.key === ' ' && target.closest('button, summary, a')) return
    if (scrollKeys.has(event.key) && target.closest('.walk__keys')) return
    const change = changeKeys[event.key]
    if (change) {
      event.preventDefault()
      this.#move(change, 'change')
      return
    }
    if (event.key === 'j' || event.key === 'k') {
      this.#later?.pointNext(this, event.key === 'j' ? 1 : -1, this.#statements)
      return
    }
    const kind = kindKeys[event.key]
    const action = keys[event.key]
    if (kind) this.#jump(kind)
    else if (action) this.act(action)
    else return
    event.preventDefault()
  }

  protected override act(action: Action, control?: HTMLElement): void {
    const { view, course } = { view: this.#view, course: this.#course }
    const { step, session, tab, line, kind } = control?.dataset ?? {}
    if (action === 'start') this.#start(Number(this.dataset.from ?? 1) - 1, true)
    if (!course) return
    if (action === 'close') this.#dialog?.close()
    else if (action === 'leave') this.#dialog?.close()
    else if (action === 'keys') this.#toggleKeys()
    else if (action === 'play') view.isPlaying ? this.#pause() : this.#play()
    else if (action === 'goto') this.#go(Number(step) - 1)
    else if (action === 'session') this.#change({ session: view.session === session ? undefined : session })
    else if (action === 'tab') {
      this.#change({ tab: tab as View['tab'] }, true)
      keepTab(this.#view.tab)
      this.#measure() // another panel has another width
    } else if (action === 'pin') this.#pin(control ?? this.#later?.pinOfStep(this))
    else if (action === 'list' && this.#list) location.assign(this.#list)
    else if (action === 'line') this.#goToLine(Number(line))
    else if (action === 'mark')
      this.#change({ mark: view.mark === view.index ? undefined : view.index, isComparing: false })
    else if (action === 'compare') this.#change({ isComparing: !view.isComparing && view.mark !== undefined })
    else if (action === 'jump') this.#jump(kind as Kind)
    else if (isMove(action)) this.#move(action, view.kind)
  }

  // Beginning and ending

  protected override follow(): void {
    const step = stepIn(location.hash)
    if (step?.id === this.id) this.#start(step.number - 1)
  }

  /** @param mayRun whether edited code may be run to record it: only after a click, not after a link */
  async #start(index: number, mayRun = false): Promise<void> {
    if (this.#course) {
      this.#go(index)
      return
    }
    const { activeElement } = document
    this.#opener = activeElement === document.body ? undefined : (activeElement as HTMLElement)
    const words = wordsIn()
    for (const [at, url] of this.dataset.begins?.split(' ').entries() ?? [])
      fetchText(url.split('/').at(-1) ?? '', (this.begun || [])[at]).catch(() => {})
    const button = this.querySelector('.walk__buttons > button')
    if (button) button.ariaBusy = 'true'
    try {
      const style = import('./style.ts')
      if (this.dataset.stack) await this.#loadStack()
      else this.#walk = await loadWalk(this.dataset, mayRun, index)
      addStyle('stage', (await style).css)
      if (this.#walk) this.#course = courseOf(this.#walk.steps, this.#walk.kernel)
    } catch (error) {
      const message = error instanceof EditedCodeFailed ? words.editedFailed : words.loadFailed
      this.#player.hidden = false
      render(
        <p class="walk__status" role="alert">
          {message}
        </p>,
        this.#player,
      )
      return
    } finally {
      if (button) button.ariaBusy = null
    }
    this.#player.hidden = false
    this.#view = { ...firstView, tab: keptTab() ?? firstView.tab, index: this.#clamp(index) }
    this.#draw()
    this.#dialog?.showModal()
    document.documentElement.toggleAttribute('data-stage-open', true)
    this.#measure()
    addEventListener('resize', this.#measure)
    this.#find('[data-action=forward]').focus({ preventScroll: true })
    this.#address.name(this.#name, this.#view.index + 1)
    this.#loadLater()
  }

  /** Loads a call stack as a walk without a model. */
  async #loadStack(): Promise<void> {
    const [text, player] = await Promise.all([
      fetchText(this.dataset.kernel ?? ''),
      import('./StackStage.tsx'),
    ])
    const kernel: Kernel = JSON.parse(text)
    const stack = kernel.stacks.find(({ id }) => id === this.dataset.stack)
    if (!stack) throw new Error(`there is no call stack ${this.dataset.stack}`)
    this.#stack = { stack, player }
    const steps = player.stepsOf(stack)
    this.#walk = { steps, kernel, code: new Map(), whole: Promise.resolve(), isEdited: false }
  }

  /** Loads what the first step does not wait for: other panels, and the code of other files. */
  async #loadLater(): Promise<void> {
    const walk = this.#walk
    this.#later ??= await import('./later.ts')
    this.#later.listen(this.#drawFile)
    this.#drawFile()
    await walk?.whole
    if (walk === this.#walk) this.#change({}, true)
  }

  /** Draws the pane after the reader's file has changed, and keeps the focus in it. */
  #drawFile = (): void => {
    const used = document.activeElement?.closest('[data-panel=c]')
    this.#draw()
    if (used && !used.contains(document.activeElement))
      this.querySelector<HTMLElement>('[data-c=code], [data-c=load]')?.focus({ preventScroll: true })
  }

  /** Before Esc closes the dialog: it closes the list of keys first. */
  #cancel = (event: Event): void => {
    if (!this.#view.isKeysOpen) return
    event.preventDefault()
    this.#toggleKeys()
  }

  /** Shows the list of keys, with the focus in it, or hides it and returns the focus. */
  #toggleKeys(): void {
    const isKeysOpen = !this.#view.isKeysOpen
    const { activeElement } = document
    this.#change({ isKeysOpen })
    const list = this.querySelector<HTMLElement>('.walk__keys')
    if (isKeysOpen) this.#beforeKeys = activeElement as HTMLElement
    const returned = this.#beforeKeys?.isConnected ? this.#beforeKeys : this.#find('[data-action=keys]')
    const next = isKeysOpen ? list : returned
    next?.focus({ preventScroll: true })
  }

  /** After the dialog was closed, by its button or by Esc. */
  #closed = (): void => {
    document.documentElement.removeAttribute('data-stage-open')
    removeEventListener('resize', this.#measure)
    this.#later?.unlisten(this.#drawFile)
    clearInterval(this.#playing)
    this.#course = undefined
    this.#walk = undefined
    this.#scenes.clear()
    render(null, this.#player)
    this.#player.hidden = true
    this.#address.clear(this.#name)
    if (this.dataset.stack) this.remove()
    else this.#find('.walk__buttons > button').focus({ preventScroll: true })
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true })
    document.activeElement?.scrollIntoView({ block: 'nearest' })
  }

  // Playing

  #play(): void {
    const last = (this.#course?.steps.length ?? 1) - 1
    if (this.#view.index === last) this.#show({ index: 0 })
    this.#playing = setInterval(() => {
      this.#show({ index: this.#view.index + 1 })
      if (this.#view.index >= last) this.#pause()
    }, pace)
    this.#change({ isPlaying: true })
  }

  #pause(): void {
    clearInterval(this.#playing)
    if (this.#view.isPlaying) this.#change({ isPlaying: false })
  }

  // Choosing

  /** @param button that of the value; undefined if the step has none */
  #pin(button: HTMLElement | undefined): void {
    const change = this.#later?.changePins(this.#view.pins, button?.dataset.path, wordsIn())
    if (!change) return
    this.#change({ pins: change.pins })
    if (this.#view.isNarrow) this.#measure() // beside the names of the values, the time line is narrower
    this.#change({ said: change.said })
    button?.scrollIntoView({ block: 'nearest' })
  }

  /** Goes to the next step on a line of the current file, or to the first one. */
  #goToLine(line: number): void {
    const { index } = this.#view
    const file = this.#course?.steps[index]?.frames.at(-1)?.file ?? ''
    const steps = this.#course?.hits(file).get(line) ?? []
    const [, after] = around(steps, index)
    this.#go(after ?? steps[0] ?? index)
  }

  /** The lines of C for each statement of the current file. */
  get #statements(): Kernel['statements'][string] {
    const file = this.#course?.steps[this.#view.index]?.frames.at(-1)?.file ?? ''
    return this.#course?.kernel.statements[file] ?? {}
  }

  // Showing

  #clamp(index: number): number {
    return Math.max(0, Math.min(index, (this.#walk?.steps.length ?? 1) - 1))
  }

  /** Goes to another step; without such a step, it stays and says so. @param said what is to be said beside the step */
  #move(move: Move, kind: Kind, said = ''): void {
    const { steps } = this.#course ?? { steps: [] }
    const to = destination(move, steps, this.#view.index, kind, this.#later?.kindOfField)
    if (to !== undefined) this.#go(to, said)
    else this.#change({ said: wordsIn().noSuchStep(move === 'next', wordsIn().kinds[kind]) })
  }

  /** Chooses a kind of event, and goes to the next one. */
  #jump(kind: Kind): void {
    const isOther = kind !== this.#view.kind
    this.#change({ kind })
    this.#move('next', kind, isOther ? wordsIn().kindChosen(wordsIn().kinds[kind]) : '')
  }

  /** Goes to a step that the reader chose. */
  #go(index: number, said = ''): void {
    this.#pause()
    this.#show({ index, said })
  }

  #show({ index, said = '' }: { index: number; said?: string }): void {
    this.#change({ index: this.#clamp(index), cFrame: undefined, said }, true)
    this.#address.name(this.#name, this.#view.index + 1)
  }

  /**
   * Makes choices, and draws.
   *
   * @param changes without `said`, nothing is said
   * @param isNew whether the boxes are to be scrolled to what is current
   */
  #change(changes: Partial<View>, isNew = false): void {
    if (!this.#course) return
    const { said = '' } = changes
    // What is said again is another text: a screen reader reads out what differs.
    this.#view = {
      ...this.#view,
      ...changes,
      said: said && said === this.#view.said ? `${said}\u00a0` : said,
    }
    if ('chosen' in changes || 'session' in changes) this.#scenes.clear()
    this.#draw(isNew)
  }

  #draw(isNew = true): void {
    const [course, walk, view] = [this.#course, this.#walk, this.#view]
    const words = wordsIn()
    const scene = course && (this.#scenes.get(view.index) ?? sceneOf(course, view, words.language))
    if (!course || !walk || !scene) return
    if (this.#stack) {
      this.#drawStack(isNew)
      return
    }
    const name = this.#find('.walk__name').textContent?.trim() ?? ''
    const isInCode = document.activeElement?.parentElement?.matches('.stage__files')
    render(
      <Stage
        {...{ course, view, scene, words, name }}
        list={this.#list}
        code={walk.code}
        isEdited={walk.isEdited}
        close={this.#closed}
        cancel={this.#cancel}
        later={this.#later}
      />,
      this.#player,
    )
    this.#drawLines(view.index, isNew)
    // A control that led to this step may be gone.
    if (document.activeElement === document.body)
      this.#find('[data-action=forward]').focus({ preventScroll: true })
    if (isInCode) this.#find('.stage__files > :not([aria-hidden=true])').focus({ preventScroll: true })
    if (isNew) {
      // The column after that of the code: to look for the stack is to look through all lines of the code.
      const column = this.#find('[data-column=code]').nextElementSibling
      const stack = column?.querySelector('.walk__frames') ?? this
      stack.scrollTop = stack.scrollHeight
      whenIdle(() => this.#drawNear(view.index))
      this.#later?.markC(this, shownCFrame(scene, view))
    }
  }

  #drawStack(isNew: boolean): void {
    const [own, walk, view] = [this.#stack, this.#walk, this.#view]
    if (!own || !walk) return
    const { stack, player } = own
    const { StackStage, cFrameAt } = player
    const links = JSON.parse(this.dataset.links ?? '[]')
    render(
      <StackStage
        {...{ stack, view, links }}
        kernel={walk.kernel}
        later={this.#later}
        words={wordsIn()}
        close={this.#closed}
        cancel={this.#cancel}
      />,
      this.#player,
    )
    if (!isNew) return
    this.querySelector('[aria-current=step]')?.scrollIntoView({ block: 'nearest' })
    this.#later?.markC(this, cFrameAt(stack, view.index, walk.kernel))
  }

  /** Fills the box of the file of a step. @param isNew whether the box is to be scrolled to the lines of the step */
  #drawLines(index: number, isNew: boolean): void {
    const { frames, lastLine, reads } = this.#course?.steps[index] ?? { frames: [], lastLine: 0, reads: [] }
    const { file = '', line = 1 } = frames.at(-1) ?? {}
    const boxes = this.#find('.stage__files').children
    const box = Array.from(boxes).find((box) => (box as HTMLElement).dataset.file === file)
    if (!box) return
    showLines(box, this.#walk?.code.get(file) ?? [])
    if (!isNew) return
    const lines = [line, Math.max(line, lastLine)] as const
    if (index === this.#view.index) {
      const values = reads.map(([name, value]) => `${name} = ${value}`).join(', ')
      markLines(box, lines, this.#course?.hits(file) ?? new Map(), index, values)
    }
    showAt(box, lines) // last, so that the browser lays out the page once
  }

  /** Prepares the steps before and after: their scenes, and their files if they are others. */
  #drawNear(index: number): void {
    const [course, view] = [this.#course, this.#view]
    if (!course || index !== view.index) return
    const fileOf = (at: number) => course.steps[at]?.frames.at(-1)?.file
    const sceneAt = (at: number) =>
      this.#scenes.get(at) ?? sceneOf(course, { ...view, index: at }, wordsIn().language)
    this.#scenes = new Map([index - 1, index, index + 1].map((at) => [at, sceneAt(at)]))
    for (const near of [index - 1, index + 1]) if (fileOf(near) !== fileOf(index)) this.#drawLines(near, true)
  }

  /** Measures what the lanes and the mesh have room for. */
  #measure = (): void => {
    const dialog = this.#dialog
    if (!dialog?.open) return
    const width = (selector: string, or: number) => {
      const element = dialog.querySelector(selector)
      if (!element) return or
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      return (
        Math.floor(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)) ||
        or
      )
    }
    const isNarrow = matchMedia(narrow).matches
    if (isNarrow !== this.#view.isNarrow) this.#change({ isNarrow })
    const body = dialog.querySelector('.stage__body')?.clientHeight ?? 500
    this.#change(
      {
        laneWidth: width('.stage__track', 1000),
        meshWidth: width('.stage__mesh', 500),
        meshHeight: Math.floor(isNarrow ? Math.min(150, innerHeight * 0.28) : Math.max(150, body * 0.38)),
        isNarrow,
      },
      true,
    )
  }

  /** The address of the current step, or of the last listed one before it, in the list of all steps. */
  get #list(): string | undefined {
    const page = this.lastElementChild
    const { steps } = this.#course ?? { steps: [] }
    const at = steps.findLastIndex((step, index) => index <= this.#view.index && isListed(step, steps.length))
    return page instanceof HTMLAnchorElement ? `${page.href}#${this.id}.${at + 1}` : undefined
  }

  /** The id in the address of a step. */
  get #name(): string {
    return this.dataset.address ?? this.id
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog')
  }

  get #player(): HTMLElement {
    return this.#find('.walk__player')
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }
}

customElements.define('full-mesh-walk', FullMeshWalk)
