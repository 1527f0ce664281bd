/**
 * The element `<full-mesh-example>` in the page. The build wrote all that is in it; this makes its buttons
 * work. It is loaded when the pointer or the focus first comes near (`src/plugins/first-action/inline.ts`).
 */

import type { Editor } from './editor.ts'
import { cut, splice } from './excerpt.ts'
import { type Order, outputLimit, type Report, type Script, timeBudget } from './protocol.ts'
import { rows, summary, type View } from './results.ts'
import { type Addresses, type Crash, diagnose, fetchText, prepare, type Sandbox, take } from './sandbox.ts'
import { wordsIn } from './words.ts'

/** What a reader did with an example. It outlives the element: React may write it anew, or come back to it. */
interface Memory {
  view?: View
  /** The edited texts, by file, while the example is being edited. */
  edits?: Map<string, string>
  isUnfolded?: boolean
}

const memories = new Map<string, Memory>()

type Timer = ReturnType<typeof setTimeout>

/** A run shorter than this does not show that it runs. */
const patience = 200

class FullMeshExample extends HTMLElement {
  #memory: Memory = {}
  #editors = new Map<string, Editor>()
  /** Ends the run that is under way. */
  #stop: (() => void) | undefined
  /** The results that the build wrote. */
  #initial: [summary: string, rows: string] | undefined

  connectedCallback(): void {
    this.#initial ??= [this.#find('.example__summary').innerHTML, this.#find('.example__rows').innerHTML]
    this.#remember()
    this.dataset.ready = ''
    for (const type of ['click', 'pointerover', 'pointerdown', 'focusin']) this.addEventListener(type, this)
    if (this.matches(':hover, :focus-within')) prepare(this.#addresses)

    const { clicked } = this.dataset
    delete this.dataset.clicked
    if (clicked) this.#act(clicked)
  }

  disconnectedCallback(): void {
    this.#stop?.()
    this.#keepEdits()
    const details = this.querySelector('details')
    if (details) this.#memory.isUnfolded = details.open
    for (const editor of this.#editors.values()) editor.remove()
    this.#editors.clear()
  }

  handleEvent({ type, target }: Event): void {
    if (type !== 'click') {
      prepare(this.#addresses)
      return
    }
    const control = (target as Element).closest<HTMLElement>('[data-action]')
    if (control?.dataset.action) this.#act(control.dataset.action, control)
  }

  #act(action: string, control?: HTMLElement): void {
    if (action === 'run') this.#run()
    if (action === 'stop') this.#stop?.()
    if (action === 'edit') this.#edit()
    if (action === 'reset') this.#reset()
    if (action === 'show' && control) this.#show(control.dataset.file ?? '', Number(control.dataset.line))
  }

  // Running

  async #run(): Promise<void> {
    if (this.#stop) return
    const view: View = { tests: [], failures: [], console: [], cut: false }
    let sandbox: Sandbox | undefined
    let isOver = false
    let lastDrawn = performance.now()
    let drawing: Timer | undefined

    const draw = () => {
      clearTimeout(drawing)
      drawing = undefined
      lastDrawn = performance.now()
      this.#draw(view, false)
    }
    const drawSoon = () => {
      if (performance.now() - lastDrawn > 16) draw()
      else drawing ||= setTimeout(draw, 16)
    }
    const end = (notice?: View['notice']) => {
      if (isOver) return
      isOver = true
      this.#stop = undefined
      clearTimeout(slow)
      clearTimeout(drawing)
      clearTimeout(budget)
      sandbox?.end()
      if (notice) view.notice = notice
      this.#memory.view = view
      this.#draw(view)
      this.#showRunning(false)
      setTimeout(prepare, 0, this.#addresses)
    }
    const slow = setTimeout(() => this.#showRunning(true), patience)
    let budget: Timer | undefined
    this.#stop = () => end({ message: this.#words.stopped })

    const hear = async (report: Report | Crash) => {
      if (isOver) return
      if (report.type === 'collected') {
        view.tests = report.titles.slice(0, outputLimit.tests).map((title) => ({ title, state: 'waiting' }))
        drawSoon()
      } else if (report.type === 'test' && report.index in view.tests) {
        view.tests[report.index] = report.result
        drawSoon()
      } else if (report.type === 'stray') {
        view.failures.push(report.failure)
      } else if (report.type === 'done') {
        view.failures.push(...report.failures)
        Object.assign(view, { console: report.console, cut: report.cut })
        end()
      } else if (report.type === 'unreadable') {
        const script = order.load.find(({ name }) => name === report.script)
        const crash = script && (await diagnose(this.#addresses.sandbox, script))
        end(this.#syntaxError(report.script.slice(1), crash?.message ?? report.message, crash?.line))
      } else if (report.type === 'crash') {
        end({ message: this.#words.crashed, detail: report.message })
      }
    }

    let order: Order
    try {
      order = await this.#order()
    } catch (error) {
      const { message, file, line, column } = error as Error & {
        file?: string
        line?: number
        column?: number
      }
      if (file) end(this.#syntaxError(file, message, line, column))
      else end({ message: this.#words.loadFailed })
      return
    }
    try {
      sandbox = await take(this.#addresses)
    } catch {
      end({ message: this.#words.loadFailed })
      return
    }
    if (isOver) {
      sandbox.end()
      return
    }
    budget = setTimeout(() => end({ message: this.#words.outOfTime(timeBudget / 1000) }), timeBudget)
    sandbox.order(order, hear)
  }

  /** What to load and what to run: the tests as they are, or as they were edited. */
  async #order(): Promise<Order> {
    const run: Order['run'] = { file: this.#testFile }
    const region = this.#region
    if (region) run.lines = [region.firstLine, region.lastLine]
    this.#keepEdits()
    const { edits } = this.#memory
    if (!edits) return { load: [], run }

    const sources = await this.#sources()
    const { compile, CompileError } = await import('./editor.ts')
    const load = [...edits].map(([file, text]): Script => {
      let source = text
      if (region) {
        const { indent } = cut(sources[file] ?? '', region.start, region.end)
        source = splice(sources[file] ?? '', region.start, region.end, { text, indent })
        run.lines = [region.firstLine, region.firstLine + text.split('\n').length - 1]
      }
      this.#compiled.set(file, source)
      try {
        return { name: `/${file}`, text: compile(file, source) }
      } catch (error) {
        if (error instanceof CompileError) Object.assign(error, { file })
        throw error
      }
    })
    return { load, run }
  }

  /** The texts that were compiled last, to show a line of them. */
  #compiled = new Map<string, string>()

  #syntaxError(file: string, message: string, line = 0, column?: number): NonNullable<View['notice']> {
    const source = this.#compiled.get(file)?.split('\n')[line - 1]
    const name = file.split('/').at(-1) ?? file
    const caret = column ? `\n${' '.repeat(column - 1)}^` : ''
    const reason = message.replace(/^(Uncaught )?SyntaxError: /, '')
    return {
      message: line ? this.#words.syntaxError(name, line, column) : reason,
      detail: source === undefined ? reason : `${source}${caret}\n${reason}`,
    }
  }

  #showRunning(isRunning: boolean): void {
    const button = this.#find<HTMLButtonElement>('[data-action=run], [data-action=stop]')
    button.dataset.action = isRunning ? 'stop' : 'run'
    button.textContent = isRunning ? this.#words.stop : this.#words.run
    if (!isRunning) return
    this.#find('.example__summary').textContent = this.#words.running
    // While results arrive, the list keeps the height it had: what is below it moves once, at the end.
    const list = this.#find('.example__rows')
    list.style.minHeight = `${list.offsetHeight}px`
  }

  #draw(view: View, isOver = true): void {
    const files = [...this.querySelectorAll<HTMLElement>('[data-file].example__code')].map(
      ({ dataset }) => dataset.file ?? '',
    )
    const single = this.#region !== undefined && view.tests.length <= 1
    const list = this.#find('.example__rows')
    list.innerHTML = rows(view, { words: this.#words, files, single })
    if (!isOver) return
    list.style.minHeight = ''
    this.#find('.example__summary').textContent = summary(view, this.#words, this.#words.results)
    this.dataset.outcome = view.notice
      ? 'broken'
      : view.failures.length > 0 || view.tests.some(({ state }) => state === 'fail')
        ? 'fail'
        : 'pass'
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
      this.#draw({
        tests: [],
        failures: [],
        console: [],
        cut: false,
        notice: { message: this.#words.loadFailed },
      })
    }
    button.ariaBusy = null
  }

  async #openEditors(): Promise<void> {
    const { openEditor } = await import('./editor.ts')
    const { edits } = this.#memory
    if (!edits || this.#editors.size > 0 || !this.isConnected) return
    for (const code of this.#codes) {
      const file = code.dataset.file ?? ''
      const name = file.split('/').at(-1) ?? file
      const pre = code.querySelector('pre')
      if (pre) pre.hidden = true
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

  #keepEdits(): void {
    for (const [file, editor] of this.#editors) this.#memory.edits?.set(file, editor.text())
  }

  #reset(): void {
    this.#stop?.()
    for (const editor of this.#editors.values()) editor.remove()
    this.#editors.clear()
    this.#memory = {}
    memories.set(this.#key, this.#memory)
    for (const pre of this.querySelectorAll<HTMLElement>('.example__code > pre')) pre.hidden = false
    this.querySelector('.example__keyboard')?.remove()
    this.#unmark()
    const [summary, rows] = this.#initial ?? ['', '']
    this.#find('.example__summary').innerHTML = summary
    this.#find('.example__rows').innerHTML = rows
    delete this.dataset.outcome
    this.#find<HTMLButtonElement>('[data-action=edit]').disabled = false
    this.#find('[data-action=run]').focus()
    this.#allowReset(false)
  }

  #allowReset(isAllowed: boolean): void {
    this.#find<HTMLButtonElement>('[data-action=reset]').disabled = !isAllowed
  }

  // A place in the code

  #show(file: string, line: number): void {
    const code = this.#codes.find(({ dataset }) => dataset.file === file)
    if (!code) return
    const details = code.closest('details')
    if (details) details.open = true
    const shown = this.#region ? line - this.#region.firstLine + 1 : line
    const editor = this.#editors.get(file)
    if (editor) {
      editor.show(shown)
      return
    }
    this.#unmark()
    const mark = document.createElement('span')
    mark.className = 'example__line'
    mark.style.setProperty('--line', String(shown))
    code.append(mark)
    mark.scrollIntoView({ block: 'center' })
  }

  #unmark(): void {
    this.querySelector('.example__line')?.remove()
  }

  // What the build wrote

  get #words() {
    return wordsIn(document.documentElement.lang)
  }

  get #codes(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.example__code')]
  }

  get #testFile(): string {
    return this.#codes.at(-1)?.dataset.file ?? ''
  }

  get #addresses(): Addresses {
    const { sandbox = '', runner = '', model = '', tests = '' } = this.dataset
    return { sandbox, runner, model, tests, file: this.#testFile }
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
    const { view, edits, isUnfolded } = this.#memory
    const details = this.querySelector('details')
    if (details && isUnfolded !== undefined) details.open = isUnfolded
    if (view) this.#draw(view)
    if (edits) this.#openEditors()
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }
}

customElements.define('full-mesh-example', FullMeshExample)
