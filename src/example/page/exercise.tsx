/**
 * The elements `<full-mesh-exercise>` and `<full-mesh-progress>` in the page. The build wrote their content. An answer is
 * a module, `start.ts`: the code that the reader edited, or `export const answer = …` of a prediction. The hidden tests
 * run with it in the sandbox of the examples.
 */

import { hydrate, render } from 'preact'
import { IslandElement } from '../../island/island-element.ts'
import type { Script } from '../../sandbox/protocol.ts'
import { prepare, type SandboxUrls } from '../../sandbox/sandbox.ts'
import { type EditState, ExerciseButtons } from '../Buttons.tsx'
import { exerciseWordsIn } from '../exercise-words.ts'
import { Rows, type View } from '../Results.tsx'
import { wordsIn } from '../words.ts'
import { type EditAction, EditableElement } from './editable.ts'
import { clearProgress, progressEvent, setSolved, solvedExercises } from './progress.ts'
import { answerScript, startRun, Unreadable, withVitest } from './run.ts'
import { isSolved, saidIn } from './verdict.ts'
import { emptyView } from './view.ts'

type Action = 'check' | 'solution'

/** An answer: the code of `start.ts`, or the value that it exports. */
type Answer = { code: string } | { value: unknown }

class FullMeshExercise extends EditableElement<Action> {
  protected readonly listened = ['click', 'pointerover', 'focusin', 'keydown']
  #stop: (() => void) | undefined
  /** The buttons are drawn here, and no longer as the build wrote them. */
  #isDrawn = false

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener(progressEvent, this)
    this.#showSolved()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener(progressEvent, this)
  }

  override handleEvent(event: Event): void {
    if (event.type === progressEvent) this.#showSolved()
    else super.handleEvent(event)
  }

  protected override act(action: Action | EditAction): void {
    super.act(action)
    if (action === 'check') this.run()
    else if (action === 'solution') this.#runSolution()
  }

  protected override onEvent(event: Event): void {
    if (event.type === 'keydown') {
      const { key } = event as KeyboardEvent
      if (key === 'Enter' && (event.target as Element).matches('input')) this.act('check')
    } else if (event.type !== 'click') prepare(this.#urls)
  }

  // The answer

  /** Returns the answer; undefined if a prediction has none yet. */
  #answer(): Answer | undefined {
    if (this.#kind === 'code')
      return { code: this.memory.edits?.texts.get(this.#start) ?? codeOf(this.#code) }
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

  protected async pageTexts(): Promise<ReadonlyMap<string, string>> {
    return new Map([[this.#start, codeOf(this.#code)]])
  }

  protected override clear(): void {
    super.clear()
    this.#drawResults(emptyView(), '')
  }

  protected override restore(): void {
    const { view } = this.memory
    if (view) this.#show(view)
    super.restore()
  }

  #runSolution(): void {
    const block = this.querySelector('.exercise__solution .example__code')
    const { answer = 'null' } = this.querySelector<HTMLElement>('[data-answer]')?.dataset ?? {}
    this.#check(block ? { code: codeOf(block) } : { value: JSON.parse(answer) })
  }

  // Checking

  protected run(): void {
    this.#check(this.#answer())
  }

  protected stop(): void {
    this.#stop?.()
  }

  #check(answer: Answer | undefined): void {
    const words = wordsIn()
    if (answer === undefined) {
      this.#drawResults(emptyView(), exerciseWordsIn().noAnswer)
      return
    }
    this.#stop?.()
    this.#drawResults(emptyView(), words.running)
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

  protected draw(): void {
    const place = this.querySelector('.exercise__buttons') as Element
    const setting = { words: wordsIn(), check: exerciseWordsIn().check, canEdit: this.#kind === 'code' }
    const drawWith = (draw: typeof render, state: EditState) =>
      draw(<ExerciseButtons {...setting} state={state} />, place)
    if (!this.#isDrawn) drawWith(hydrate, {})
    this.#isDrawn = true
    drawWith(render, this.editState)
    this.showNote()
  }

  protected showFailure(message: string): void {
    this.#show(emptyView({ message }))
  }

  #show(view: View): void {
    const words = exerciseWordsIn()
    const right = isSolved(view)
    this.memory.view = view
    this.dataset.outcome = right ? 'pass' : 'fail'
    if (right) setSolved(this.dataset.of ?? '')
    this.#drawResults(
      saidIn(view, JSON.parse(this.dataset.says ?? '{}'), words),
      view.notice?.message ?? (right ? words.right : words.wrong),
      right ? this.querySelector('.exercise__solution > p:last-of-type')?.textContent : '',
    )
    this.draw()
  }

  #drawResults(view: View, verdict: string, reason?: string | null): void {
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
