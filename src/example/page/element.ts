/**
 * The element `<full-mesh-example>` in the page. The build wrote all that is in it; this makes its buttons
 * work, and its names tell their types. It is loaded when the pointer or the focus first comes near
 * (`src/island/first-action/inline.ts`).
 */

import type { EditedCode, EditedFiles } from '../../island/edited-code.ts'
import { stepIn } from '../../island/walk-address.ts'
import { type WalkIndex, type WalkPlayer, walkIndexName } from '../../island/walk-index.ts'
import type { Script, Selection } from '../../sandbox/protocol.ts'
import { type Addresses, fetchText, here, prepare } from '../../sandbox/sandbox.ts'
import { cut, splice } from '../excerpt.ts'
import { rows, summary, type View } from '../results.ts'
import { wordsIn } from '../words.ts'
import type { Editor } from './editor.ts'
import { type Draft, emptyView, startRun, Unreadable } from './run.ts'

/** What a reader did with an example. It outlives the element: React may write it anew, or come back to it. */
interface Memory {
  view?: View
  /** The edited texts, by file, while the example is being edited. */
  edits?: Map<string, string>
  /** Which of the folds are open, in the order of the page. */
  folds?: boolean[]
}

const memories = new Map<string, Memory>()

type Timer = ReturnType<typeof setTimeout>

/** A run shorter than this shows its results at once, and not that it runs. */
const patience = 200

/** Results are drawn no more often than a screen is. */
const frame = 16

class FullMeshExample extends HTMLElement implements EditedCode {
  /** What brought the module here: left by the inline script. */
  declare reachedBy: Event | undefined
  #memory: Memory = {}
  #editors = new Map<string, Editor>()
  /** Ends the run that is under way. */
  #stop: (() => void) | undefined
  /** The results that the build wrote, once others have been drawn over them. */
  #initial: [summary: string, rows: string] | undefined

  connectedCallback(): void {
    this.#remember()
    this.dataset.ready = ''
    for (const type of ['click', 'pointerover', 'pointerdown', 'focusin']) this.addEventListener(type, this)
    addEventListener('hashchange', this)

    const { reachedBy } = this
    if (reachedBy) prepare(this.#addresses)
    const { clicked } = this.dataset
    delete this.dataset.clicked
    const walk = clicked && this.querySelector<HTMLElement>(`[data-walk="${clicked}"]`)
    if (walk) this.#walk(walk)
    else if (clicked) this.#act(clicked)
    else this.#follow()
    if (reachedBy) this.#tellTypes(reachedBy)
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this)
    this.#stop?.()
    this.#keepEdits()
    this.#memory.folds = this.#folds.map(({ open }) => open)
    for (const editor of this.#editors.values()) editor.remove()
    this.#editors.clear()
  }

  handleEvent(event: Event): void {
    if (event.type === 'hashchange') {
      this.#follow()
      return
    }
    if ((event.target as Element).closest('full-mesh-walk')) return // it has ears of its own
    this.#tellTypes(event)
    if (event.type !== 'click') {
      prepare(this.#addresses)
      return
    }
    const control = (event.target as Element).closest<HTMLElement>('[data-action]')
    if (control?.dataset.action) this.#act(control.dataset.action, control)
  }

  #act(action: string, control?: HTMLElement): void {
    if (action === 'run') this.#run()
    if (action === 'stop') this.#stop?.()
    if (action === 'edit') this.#edit()
    if (action === 'reset') this.#reset()
    if (action === 'walk' && control) this.#walk(control)
    if (action === 'show' && control) this.#show(control.dataset.file ?? '', Number(control.dataset.line))
  }

  // Running

  #run(): void {
    if (this.#stop) return
    let lastDrawn = performance.now() + patience - frame
    let drawing: Timer | undefined
    const slow = setTimeout(() => this.#showRunning(true), patience)

    this.#stop = startRun(this.#addresses, this.#draft(), this.#words, {
      progress: (view) => {
        const draw = () => {
          drawing = undefined
          lastDrawn = performance.now()
          this.#draw(view, false)
        }
        drawing ??= setTimeout(draw, Math.max(0, lastDrawn + frame - performance.now()))
      },
      end: (view) => {
        this.#stop = undefined
        clearTimeout(slow)
        clearTimeout(drawing)
        this.#memory.view = view
        this.#draw(view)
        this.#showRunning(false)
        setTimeout(prepare, 0, this.#addresses)
      },
    })
  }

  /** The tests as they are, or as they were edited. */
  async #draft(): Promise<Draft> {
    const run: Selection = { file: this.#testFile }
    const region = this.#region
    if (region) run.lines = [region.firstLine, region.lastLine]
    const sources = await this.editedCode()
    if (sources.size === 0) return { order: { load: [], run }, sources }

    const { compile, CompileError } = await import('./editor.ts')
    if (region) {
      const text = this.#memory.edits?.get(this.#testFile) ?? ''
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

  /** The files as they were edited, whole, by name; none if nothing is being edited. */
  async editedCode(): Promise<EditedFiles> {
    this.#keepEdits()
    const { edits } = this.#memory
    if (!edits) return new Map()
    const region = this.#region
    if (!region) return edits
    const originals = await this.#sources()
    const whole = [...edits].map(([file, text]): [string, string] => {
      const original = originals[file] ?? ''
      const { indent } = cut(original, region.start, region.end)
      return [file, splice(original, region.start, region.end, { text, indent })]
    })
    return new Map(whole)
  }

  #showRunning(isRunning: boolean): void {
    const button = this.#find<HTMLButtonElement>('[data-action=run], [data-action=stop]')
    button.dataset.action = isRunning ? 'stop' : 'run'
    button.textContent = isRunning ? this.#words.stop : this.#words.run
    if (isRunning) this.#find('.example__summary').textContent = this.#words.running
  }

  #draw(view: View, isOver = true): void {
    const files = this.#blocks.map(({ dataset }) => dataset.file ?? '')
    const single = this.#region !== undefined && view.tests.length <= 1
    const list = this.#find('.example__rows')
    this.#initial ??= [this.#find('.example__summary').innerHTML, list.innerHTML]
    // While results arrive, the list keeps the height it had: what is below it moves once, at the end.
    if (!isOver) list.style.minHeight ||= `${list.offsetHeight}px`
    list.innerHTML = rows(view, { words: this.#words, files, single })
    if (!isOver) return
    list.style.minHeight = ''
    this.#find('.example__summary').textContent = summary(view, this.#words, this.#words.results)
    this.dataset.outcome = outcome(view)
    this.#allowReset(true)
  }

  // Editing

  async #edit(): Promise<void> {
    if (this.#memory.edits) return
    const button = this.#find<HTMLButtonElement>('[data-action=edit]')
    button.ariaBusy = 'true'
    try {
      const sources = await this.#sources()
      await import('./editor.ts')
      const region = this.#region
      this.#memory.edits = new Map(
        this.#codes.map(({ dataset: { file = '' } }) => {
          const source = sources[file] ?? ''
          return [file, region ? cut(source, region.start, region.end).text : source.replace(/\n$/, '')]
        }),
      )
      await this.#openEditors()
      this.#editors.values().next().value?.focus()
    } catch {
      this.#draw(emptyView({ message: this.#words.loadFailed }))
    }
    button.ariaBusy = null
  }

  async #openEditors(): Promise<void> {
    const { openEditor } = await import('./editor.ts')
    const { edits } = this.#memory
    if (!edits || this.#editors.size > 0 || !this.isConnected) return
    this.dataset.edited = this.dataset.of
    for (const code of this.#codes) {
      const file = code.dataset.file ?? ''
      const name = file.split('/').at(-1) ?? file
      this.#hide(code, true)
      const editor = openEditor(code, edits.get(file) ?? '', {
        label: this.#words.editorOf(name),
        description: this.#words.keyboard,
        change: () => this.#unmark(),
        run: () => this.#run(),
      })
      this.#editors.set(file, editor)
    }
    if (!this.querySelector('.example__keyboard')) {
      this.insertAdjacentHTML('beforeend', `<p class="example__keyboard">${this.#words.keyboard}</p>`)
    }
    this.#find<HTMLButtonElement>('[data-action=edit]').disabled = true
    this.#allowReset(true)
  }

  /** Hides the code of a file, and its imports, while an editor has all of it; or shows it again. */
  #hide(code: HTMLElement, isHidden: boolean): void {
    const imports = this.#blocks.find(
      ({ dataset }) => dataset.part === 'imports' && dataset.file === code.dataset.file,
    )
    for (const element of [code.querySelector('pre'), imports?.closest('details')]) {
      if (element) element.hidden = isHidden
    }
  }

  #keepEdits(): void {
    for (const [file, editor] of this.#editors) this.#memory.edits?.set(file, editor.text())
  }

  #reset(): void {
    this.#stop?.()
    for (const editor of this.#editors.values()) editor.remove()
    this.#editors.clear()
    this.#memory = {}
    memories.set(this.#key, this.#memory)
    for (const code of this.#codes) this.#hide(code, false)
    this.querySelector('.example__keyboard')?.remove()
    this.#unmark()
    if (this.#initial) {
      const [summary, rows] = this.#initial
      this.#find('.example__summary').innerHTML = summary
      this.#find('.example__rows').innerHTML = rows
    }
    delete this.dataset.outcome
    delete this.dataset.edited
    this.#find<HTMLButtonElement>('[data-action=edit]').disabled = false
    this.#find('[data-action=run]').focus()
    this.#allowReset(false)
  }

  #allowReset(isAllowed: boolean): void {
    this.#find<HTMLButtonElement>('[data-action=reset]').disabled = !isAllowed
  }

  // Types

  #typed = new WeakSet<Element>()

  /** What tells the types of names in the code comes when the reader first points there, by whatever means. */
  async #tellTypes(event: Event): Promise<void> {
    const pre = (event.target as Element).closest<HTMLElement>('.example__code > pre')
    if (!pre || this.#typed.has(pre)) return
    const types = await import('./types.ts').catch(() => undefined)
    if (!types) return
    this.#typed.add(pre)
    const { line, indent = 0, types: address = '' } = pre.parentElement?.dataset ?? {}
    const load = () => fetchText(address)
    const source = { firstLine: Number(line), indent: Number(indent), load, words: this.#words }
    types.tellTypes(pre, source).handleEvent(event)
  }

  // A place in the code

  #show(file: string, line: number): void {
    const editor = this.#editors.get(file)
    const { firstLine = 1 } = this.#region ?? {}
    // Helpers stand before the test that calls them.
    if (editor && line >= firstLine) {
      const code = this.#codes.find(({ dataset }) => dataset.file === file)
      if (code) unfold(code)
      editor.show(line - firstLine + 1)
      return
    }
    const block = this.#blocks.find((block) => {
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

  /** Opens the walk through a test: the one that the page shows, or one of its own. */
  async #walk(button: HTMLElement): Promise<void> {
    const { of = '' } = this.dataset
    const title = this.dataset.test ?? button.previousElementSibling?.textContent ?? ''
    const shown = document.getElementById(button.dataset.walk ?? '')
    if (shown) {
      shown.querySelector<HTMLElement>('[data-action=start]')?.click()
      shown.scrollIntoView()
      return
    }
    button.ariaBusy = 'true'
    try {
      const { player, kernel, walks }: WalkIndex = JSON.parse(await fetchText(`../walk/${walkIndexName(of)}`))
      const { createWalk }: WalkPlayer = await import(here(`../walk/${player}`))
      // A test that the reader wrote has none: whatever is asked for, the code as edited is what will be recorded.
      const walk = createWalk(of, title, { walk: walks[title] ?? Object.values(walks)[0] ?? '', kernel })
      if (stepIn(location.hash)?.id !== walk.id) walk.dataset.clicked = 'start'
      this.querySelector('full-mesh-walk')?.remove()
      this.append(walk)
    } catch {
      this.#draw(emptyView({ message: this.#words.loadFailed }))
    }
    button.ariaBusy = null
  }

  /** Opens the walk that the address leads to, if this is the first example that has a button for it. */
  #follow(): void {
    const id = stepIn(location.hash)?.id
    if (!id || document.getElementById(id)) return
    const button = document.querySelector<HTMLElement>(`[data-walk="${id}"]`)
    if (button && this.contains(button)) this.#walk(button)
  }

  // What the build wrote

  get #words() {
    return wordsIn(document.documentElement.lang)
  }

  /** The code that can be edited: two files, or a piece of one. */
  get #codes(): HTMLElement[] {
    return this.#blocks.filter(({ dataset }) => !dataset.part)
  }

  /** All code: that, the imports of these files, and the helpers that they call. */
  get #blocks(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.example__code')]
  }

  get #folds(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('.example__fold')]
  }

  get #testFile(): string {
    return this.#codes.at(-1)?.dataset.file ?? ''
  }

  get #addresses(): Addresses {
    const { frame = '', program = '', tests = '' } = this.dataset
    return { frame, program, scripts: [[`/${this.#testFile}`, tests]] }
  }

  /** Where the one test that is shown stands in its file, if it is one test. */
  get #region() {
    const [start = 0, end = 0, firstLine = 1, lastLine = 1] =
      this.dataset.region?.split(' ').map(Number) ?? []
    return this.dataset.region ? { start, end, firstLine, lastLine } : undefined
  }

  async #sources(): Promise<Record<string, string>> {
    return JSON.parse(await fetchText(this.dataset.sources ?? ''))
  }

  // What the reader did

  get #key(): string {
    const { of, region } = this.dataset
    return [location.pathname, of, region].join(' ')
  }

  #remember(): void {
    this.#memory = memories.get(this.#key) ?? {}
    memories.set(this.#key, this.#memory)
    const { view, edits, folds } = this.#memory
    for (const [index, fold] of this.#folds.entries()) fold.open = folds?.[index] ?? fold.open
    if (view) this.#draw(view)
    if (edits) this.#openEditors()
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }
}

/** The lines that a block of code fills in its file. */
function linesOf(block: HTMLElement): [first: number, last: number] {
  const first = Number(block.dataset.line)
  return [first, first + (block.querySelector('pre')?.textContent.split('\n').length ?? 0) - 1]
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

customElements.define('full-mesh-example', FullMeshExample)
