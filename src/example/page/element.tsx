/**
 * The element `<full-mesh-example>` in the page. The build wrote its content; this module handles its buttons and shows
 * the types of names. It is loaded when the pointer or the focus first enters the element
 * (`src/island/first-action/inline.ts`).
 */

import { hydrate, render } from 'preact'
import type { EditedCode, EditedFiles } from '../../island/edited-code.ts'
import { fetchText, here } from '../../island/fetch.ts'
import { addStyle } from '../../island/style.ts'
import { stepIn } from '../../island/walk-address.ts'
import { type WalkIndex, type WalkPlayer, walkIndexName } from '../../island/walk-index.ts'
import type { Script, Selection } from '../../sandbox/protocol.ts'
import { prepare, type SandboxUrls } from '../../sandbox/sandbox.ts'
import { Buttons, type EditState } from '../Buttons.tsx'
import { cut, splice } from '../excerpt.ts'
import { countOf, Results, Rows, summary, type View } from '../Results.tsx'
import { nameOn, type TestName } from '../test-name.ts'
import { wordsIn } from '../words.ts'
import { type EditAction, EditableElement, type Memory } from './editable.ts'
import type { Editor } from './editor.ts'
import css from './example.css'
import { type Draft, startRun, Unreadable, withVitest } from './run.ts'
import { emptyView } from './view.ts'

const memories = new Map<string, Memory>()

/** The state shown above and below the code, besides {@link Memory}. */
interface Shown {
  /** The results so far of the current run. */
  progress?: View | undefined
  isRunning?: boolean
}

/** The results as the build wrote them. */
interface Built {
  summary: string
  rows: string
  guide: string
  /** The tests that have buttons for their walks. */
  named: TestName[]
}

/** The action of a control besides those of the editor; or the id of the walk that it begins. */
type Action = 'run' | 'stop' | 'results' | 'walk' | 'show' | `walk-${string}`

/** Delay before a run is shown as running, in ms: a shorter run shows only its results. */
const shortRun = 200

/** The least time between two drawings of results, in ms: that of a frame of the screen. */
const redraw = 16

class FullMeshExample extends EditableElement<Action> implements EditedCode {
  protected readonly listened = ['click', 'pointerover', 'pointerdown', 'focusin']

  /** The last event before the module was loaded, set by the inline script. */
  declare reachedBy: Event | undefined
  /** The worker that the inline script started. */
  declare worker: Worker | null | undefined
  #shown: Shown = {}
  /** Ends the current run. */
  #stop: (() => void) | undefined
  #built: Built | undefined

  override connectedCallback(): void {
    this.#remember()
    const { reachedBy, worker } = this
    this.worker = null // it is for one run: the element may be put into the page again
    if (reachedBy) prepare(this.#urls, worker ?? undefined)
    super.connectedCallback()
    if (!reachedBy) return
    this.#showTypes(reachedBy)
    setTimeout(() => this.draw()) // takes the parts over while a worker is prepared, not when there are results
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.memory.folds = this.#folds.map(({ open }) => open)
  }

  protected override act(
    action: Action | EditAction,
    control = this.querySelector<HTMLElement>(`[data-walk="${action}"]`),
  ): void {
    super.act(action)
    if (action === 'run') this.run()
    else if (action === 'stop') this.stop()
    else if (action === 'results') this.#find('outcome').scrollIntoView({ block: 'center' })
    else if (control && action === 'show')
      this.#show(control.dataset.file ?? '', Number(control.dataset.line))
    else if (control?.dataset.walk) this.#walk(control)
  }

  protected override onEvent(event: Event): void {
    this.#showTypes(event)
    if (event.type !== 'click') prepare(this.#urls)
  }

  // Running

  protected run(): void {
    if (this.#stop) return
    let lastDrawn = performance.now() + shortRun - redraw
    let drawing: ReturnType<typeof setTimeout> | undefined
    const slow = setTimeout(() => this.draw({ isRunning: true }), shortRun)

    this.#stop = startRun(this.#urls, this.#draft(), wordsIn(), {
      progress: (progress) => {
        const draw = () => {
          drawing = undefined
          lastDrawn = performance.now()
          // While results arrive, the list keeps its height, so that the page below moves only once, at the end.
          const results = this.#find('results')
          results.style.minHeight ||= `${results.offsetHeight}px`
          this.draw({ progress })
        }
        drawing ??= setTimeout(draw, Math.max(0, lastDrawn + redraw - performance.now()))
      },
      end: (view) => {
        this.#stop = undefined
        clearTimeout(slow)
        clearTimeout(drawing)
        this.#end(view)
        setTimeout(prepare, 0, this.#urls)
      },
    })
  }

  protected stop(): void {
    this.#stop?.()
  }

  #end(view: View): void {
    this.memory.view = view
    this.draw({ progress: undefined, isRunning: false })
    this.#find('results').style.minHeight = ''
    this.dataset.outcome = outcome(view)
  }

  /** Returns the order to run the tests, with the edited files. */
  async #draft(): Promise<Draft> {
    const run: Selection = { file: this.#testFile }
    const region = this.#region
    if (region) run.lines = [region.firstLine, region.lastLine]
    const sources = await this.editedCode()
    if (sources.size === 0) return { order: { load: [], run }, sources }

    const { compile, CompileError } = await import('./editor.ts')
    if (region) {
      const text = this.memory.edits?.texts.get(this.#testFile) ?? ''
      run.lines = [region.firstLine, region.firstLine + text.split('\n').length - 1]
    }
    const load = [...sources].map(([file, source]): Script => {
      try {
        return { name: `/${file}`, text: compile(file, source) }
      } catch (error) {
        if (!(error instanceof CompileError)) throw error
        throw new Unreadable(error.message, file, source, error.line, error.column)
      }
    })
    return { order: { load, run }, sources }
  }

  async editedCode(): Promise<EditedFiles> {
    const { edits } = this.memory
    if (!edits) return new Map()
    const region = this.#region
    if (!region) return edits.texts
    const originals = await this.#sources()
    const whole = [...edits.texts].map(([file, text]): [string, string] => {
      const original = originals[file] ?? ''
      const { indent } = cut(original, region.start, region.end)
      return [file, splice(original, region.start, region.end, { text, indent })]
    })
    return new Map(whole)
  }

  renamed(title: string): string | undefined {
    if (!this.#region || !this.#built?.named.some((name) => name.title === title)) return undefined
    const text = this.memory.edits?.texts.get(this.#testFile) ?? ''
    return /\btest\(\s*(['"`])(.*?)\1/s.exec(text)?.[2]
  }

  // Drawing

  /** Draws the buttons and the results, after a change of the state that is shown. */
  protected draw(change: Shown = {}): void {
    if (!this.#built) {
      this.#built = {
        summary: this.#find('summary').textContent,
        rows: this.#find('rows').innerHTML,
        guide: this.#find('guide').getAttribute('href') ?? '',
        named: [...this.querySelectorAll<HTMLElement>('[data-walk]')].map(nameOn),
      }
      this.#drawWith(hydrate, this.#built, {}, {})
    }
    Object.assign(this.#shown, change)
    this.#drawWith(render, this.#built, this.memory, this.editState)
    this.showNote()
  }

  /** Draws them. With an empty memory they are as the build wrote them. */
  #drawWith(draw: typeof render, built: Built, { view }: Memory, state: EditState): void {
    const words = wordsIn()
    const { isRunning, progress = view } = this.#shown
    const files = this.blocks.map(({ dataset }) => dataset.file ?? '')
    const single = this.#region !== undefined && (progress?.tests.length ?? 0) <= 1
    const ended = view ? summary(view, words, words.results) : built.summary
    draw(
      <Buttons
        words={words}
        test={this.#region && built.named[0]}
        isRunning={isRunning}
        state={state}
        count={view && !view.notice && !isRunning ? countOf(view, words) : undefined}
      />,
      this.#find('buttons'),
    )
    draw(
      <Results
        summary={isRunning ? words.running : ended}
        guide={built.guide}
        words={words}
        rows={
          progress ? (
            <Rows view={progress} setting={{ words, files, single, named: built.named }} />
          ) : (
            built.rows
          )
        }
      />,
      this.#find('results'),
    )
  }

  #find(part: string): HTMLElement {
    return this.querySelector(`.example__${part}`) as HTMLElement
  }

  protected showFailure(message: string): void {
    this.#end(emptyView({ message }))
  }

  // Editing

  protected async pageTexts(): Promise<ReadonlyMap<string, string>> {
    const sources = await this.#sources()
    const region = this.#region
    return new Map(
      this.codes.map(({ dataset: { file = '' } }) => {
        const source = sources[file] ?? ''
        return [file, region ? cut(source, region.start, region.end).text : source.replace(/\n$/, '')]
      }),
    )
  }

  /** The editor of a file also has the imports, above the code: the code stays where it is. */
  protected override keepPlace(coveredAbove: (code: Element) => number) {
    const [code] = this.codes
    if (!code || this.#region) return undefined
    const { line, top } = firstInSight(code, coveredAbove(code))
    return (editor: Editor) => editor.place(line, top)
  }

  protected override async openEditors(): Promise<void> {
    this.dataset.edited = this.dataset.of
    await super.openEditors()
  }

  protected override onChange(): void {
    this.#unmark()
    prepare(this.#urls)
  }

  protected override clear(): void {
    super.clear()
    memories.set(this.#key, this.memory)
    this.#unmark()
    delete this.dataset.edited
  }

  // Types

  #typed = new WeakSet<Element>()

  /** Loads the module that shows the types of names when the pointer or the focus first enters the code. */
  async #showTypes(event: Event): Promise<void> {
    const pre = (event.target as Element).closest<HTMLElement>('.example__code > pre')
    if (!pre || this.#typed.has(pre)) return
    const types = await import('./types.ts').catch(() => undefined)
    if (!types) return
    this.#typed.add(pre)
    const { line, indent = 0, types: url = '' } = pre.parentElement?.dataset ?? {}
    const load = () => fetchText(url)
    const source = { firstLine: Number(line), indent: Number(indent), load, words: wordsIn() }
    types.showTypes(pre, source).handleEvent(event)
  }

  // A place in the code

  #show(file: string, line: number): void {
    const editor = this.editors.get(file)
    const { firstLine = 1 } = this.#region ?? {}
    // Helpers are before the test that calls them, and have no editor.
    if (editor && line >= firstLine) {
      const code = this.codes.find(({ dataset }) => dataset.file === file)
      if (code) unfold(code)
      editor.show(line - firstLine + 1)
      return
    }
    const block = this.blocks.find((block) => {
      const [first, last] = linesOf(block)
      return block.dataset.file === file && line >= first && line <= last
    })
    if (!block) return
    unfold(block)
    this.#unmark()
    const mark = document.createElement('span')
    mark.className = 'example__line'
    mark.style.setProperty('--line', String(line - linesOf(block)[0] + 1))
    block.append(mark)
    mark.scrollIntoView({ block: 'center' })
  }

  #unmark(): void {
    this.querySelector('.example__line')?.remove()
  }

  // Walking

  /** Opens the walk through a test: that on the page, or a new one below the example. */
  async #walk(button: HTMLElement): Promise<void> {
    const { of = '' } = this.dataset
    const name = nameOn(button)
    const there = document.getElementById(name.walk)
    if (there) {
      there.querySelector<HTMLElement>('[data-action=start]')?.click()
      there.scrollIntoView()
      return
    }
    button.ariaBusy = 'true'
    try {
      const { player, kernel, walks }: WalkIndex = JSON.parse(await fetchText(`../walk/${walkIndexName(of)}`))
      const { createWalk }: WalkPlayer = await import(here(`../walk/${player}`))
      // A test that the reader wrote has no walk. The player takes any, and records the edited code.
      const file = walks[name.title] ?? Object.values(walks)[0] ?? ''
      const walk = createWalk(of, name, { walk: file, kernel })
      if (stepIn(location.hash)?.id !== walk.id) walk.dataset.clicked = 'start'
      this.querySelector('full-mesh-walk')?.remove()
      this.append(walk)
    } catch {
      this.#end(emptyView({ message: wordsIn().loadFailed }))
    }
    button.ariaBusy = null
  }

  /** Opens the walk that the address names, if this is the first example with a button for it. */
  protected override follow(): void {
    super.follow()
    const id = stepIn(location.hash)?.id
    if (!id || document.getElementById(id)) return
    const button = document.querySelector<HTMLElement>(`[data-walk="${id}"]`)
    if (button && this.contains(button)) this.#walk(button)
  }

  // The parts that the build wrote

  get #folds(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('.example__fold')]
  }

  get #testFile(): string {
    return this.codes.at(-1)?.dataset.file ?? ''
  }

  get #urls(): SandboxUrls {
    const { frame = '', worker = '', tests = '' } = this.dataset
    const { edits } = this.memory
    const scripts: SandboxUrls['scripts'] = [[`/${this.#testFile}`, tests]]
    const urls = { frame, program: worker, scripts, isOwn: !edits }
    // The tests of changed code may fail, or be any others.
    return edits?.isChanged ? withVitest(urls) : urls
  }

  /** The position of a single test in its file; undefined if whole files are shown. */
  get #region() {
    const [start = 0, end = 0, firstLine = 1, lastLine = 1] =
      this.dataset.region?.split(' ').map(Number) ?? []
    return this.dataset.region ? { start, end, firstLine, lastLine } : undefined
  }

  async #sources(): Promise<Record<string, string>> {
    return JSON.parse(await fetchText(this.dataset.sources ?? ''))
  }

  // Memory

  get #key(): string {
    const { of, region } = this.dataset
    return [location.pathname, of, region].join(' ')
  }

  #remember(): void {
    this.memory = memories.get(this.#key) ?? {}
    memories.set(this.#key, this.memory)
    const { folds } = this.memory
    for (const [index, fold] of this.#folds.entries()) fold.open = folds?.[index] ?? fold.open
    this.restore()
  }

  protected override restore(): void {
    const { view } = this.memory
    if (view) this.#end(view)
    super.restore()
  }
}

/** Returns the lines of a block of code in its file. */
function linesOf(block: HTMLElement): [first: number, last: number] {
  const first = Number(block.dataset.line)
  return [first, first + (block.querySelector('pre')?.textContent.split('\n').length ?? 0) - 1]
}

/** Returns the first line of a block of code that is in sight, and its height in the window. @param covered from the top */
function firstInSight(block: HTMLElement, covered: number): { line: number; top: number } {
  const [first, last] = linesOf(block)
  const { top, height } = (block.querySelector('code') as Element).getBoundingClientRect()
  const lineHeight = height / (last - first + 1)
  const index = Math.min(Math.max(0, Math.ceil((covered - top) / lineHeight)), last - first)
  return { line: first + index, top: top + index * lineHeight }
}

function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true
  }
}

function outcome({ notice, tests, failures }: View): 'pass' | 'fail' | 'broken' {
  if (failures.length > 0 || tests.some(({ state }) => state === 'fail')) return 'fail'
  return notice || tests.length === 0 ? 'broken' : 'pass'
}

/** Loads the elements of exercises: they are a part of the same bundle, and share the editor and the sandbox. */
export const loadExercises = () => import('./exercise.tsx')

addStyle('example', css)
customElements.define('full-mesh-example', FullMeshExample)
