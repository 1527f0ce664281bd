import type { Machine } from '../../examples/kernel/machine.ts'
import type { Sent } from '../../examples/kernel/sent.ts'
import { type Change, diff, type JsonObject, type Path } from './diff.ts'
import type { StoredStep, WalkRecording } from './recording.ts'
import { nothing, type State, snapshot } from './state.ts'

/** A walk has no more steps than this, and no more characters in what they changed. */
const limits = { steps: 3000, characters: 1_500_000 }

/** A call of a function that runs, or sleeps. */
interface Frame {
  /** The number of the function in the recording. */
  fn: number
  line: number
  lastLine: number
  isSummary: boolean
  /** It waits at a `yield*` for another generator. */
  delegates: boolean
  /** The frames that left the stack when it went to sleep, from the outside in; it is the last. */
  asleep: Frame[]
}

/** What a machine shows at one moment. */
interface MachineView {
  state: State & JsonObject
  log: readonly string[]
  sent: readonly Sent[]
}

const noView: MachineView = { state: nothing as State & JsonObject, log: [], sent: [] }

/**
 * Writes down what each step of a program did. `instrument.ts` makes the program call it.
 *
 * A step is a place in the code and what changed while the program was there. A change after a function has returned
 * belongs to the statement that called the function.
 */
export class Recorder {
  #isOn = false
  #stack: Frame[] = []
  /** How many frames of the stack are summaries: inside of them nothing is a step. */
  #summaries = 0
  #machine: Machine | undefined
  /** What the machine showed when it was last looked at. */
  #last = noView
  #characters = 0
  /** The step that the program is in; undefined if its place is not written down yet. */
  #step: StoredStep | undefined
  #tables = emptyTables()
  #steps: StoredStep[] = []
  #isCut = false

  /** Begins a walk, and forgets any earlier one. */
  start(): void {
    this.#isOn = true
    this.#stack = []
    this.#summaries = 0
    this.#machine = undefined
    this.#last = noView
    this.#characters = 0
    this.#step = undefined
    this.#tables = emptyTables()
    this.#steps = []
    this.#isCut = false
  }

  /** Ends the walk. */
  stop(): WalkRecording {
    this.#recordChanges()
    this.#isOn = false
    const { files, functions, stacks, paths } = this.#tables
    return {
      ...{ files: files.rows, functions: functions.rows, stacks: stacks.rows, paths: paths.rows },
      steps: this.#steps,
      ...(this.#isCut && { cut: true }),
    }
  }

  // What marked code calls

  /**
   * A function of a file begins.
   *
   * @param line where it stands
   * @param isSummary all that happens inside is part of the step that called it
   */
  enter(file: string, name: string, line: number, isSummary: boolean): Frame {
    this.#recordChanges()
    const frame = { fn: -1, line, lastLine: line, isSummary, delegates: false, asleep: [] }
    this.#push(frame)
    if (!this.#isOn) return frame
    const { files, functions } = this.#tables
    frame.fn = functions.numberOf([files.numberOf(file), name, line])
    return frame
  }

  /** The function ends, or throws. */
  leave(frame: Frame): void {
    if (!this.#stack.includes(frame)) return // it ended while it slept
    this.#recordChanges()
    while (this.#pop() !== frame);
    this.#returnToStep()
  }

  /** A statement begins that is a step. */
  step(frame: Frame, line: number, lastLine: number): void {
    this.statement(frame, line, lastLine)
    if (this.#isRecording) this.#step = this.#addStep()
  }

  /** A statement begins that is a step if it changes something. */
  statement(frame: Frame, line: number, lastLine: number): void {
    this.#recordChanges()
    frame.line = line
    frame.lastLine = lastLine
    if (this.#isRecording) this.#step = undefined
  }

  /** The function returns a value. */
  returns<T>(frame: Frame, value: T): T {
    if (this.#tables.functions.rows[frame.fn]?.[1] === 'createMachine') this.#machine = value as Machine
    return value
  }

  /** A generator yields: it leaves the stack, and so do those that delegate to it. */
  sleep<T>(frame: Frame, value?: T): T | undefined {
    this.#recordChanges()
    frame.asleep = [this.#pop()]
    while (this.#stack.at(-1)?.delegates) frame.asleep.unshift(this.#pop())
    this.#returnToStep()
    return value
  }

  /** It is resumed. */
  wake<T>(frame: Frame, value: T): T {
    this.#recordChanges()
    for (const sleeper of frame.asleep) this.#push(sleeper)
    this.#returnToStep()
    return value
  }

  /** A generator delegates to another: `yield*`. */
  delegate<T>(frame: Frame, value: T): T {
    frame.delegates = true
    return value
  }

  /** The other has ended. */
  endDelegate<T>(frame: Frame, value: T): T {
    frame.delegates = false
    return value
  }

  // Writing it down

  get #isRecording(): boolean {
    return this.#isOn && this.#summaries === 0
  }

  #push(frame: Frame): void {
    this.#stack.push(frame)
    if (frame.isSummary) this.#summaries++
  }

  #pop(): Frame {
    const frame = this.#stack.pop() as Frame
    if (frame.isSummary) this.#summaries--
    return frame
  }

  /** The program is where a step began before: if no other was added since, that one goes on. */
  #returnToStep(): void {
    if (!this.#isRecording || this.#stack.length === 0) return
    const last = this.#steps.at(-1)
    this.#step = last?.[0] === this.#stackNumber() ? last : undefined
  }

  /** What changed since the machine was last looked at belongs to the step that the program is in. */
  #recordChanges(): void {
    if (!this.#isRecording || !this.#machine || this.#isCut || this.#stack.length === 0) return
    const now = viewOf(this.#machine) ?? this.#last
    const changes = diff(this.#last.state, now.state)
    const kept = commonLength(this.#last.log, now.log)
    const isLogSame = kept === this.#last.log.length && kept === now.log.length
    const sent = now.sent.slice(this.#last.sent.length)
    if (changes.length === 0 && isLogSame && sent.length === 0) return

    this.#step ??= this.#addStep()
    const step = this.#step
    if (step) {
      for (const change of changes) this.#addChange(step[2], change)
      if (!isLogSame || sent.length > 0) addLines(step, this.#last.log.length, kept, now.log.slice(kept))
      if (sent.length > 0)
        step[4] = [...(step[4] ?? []), ...sent.map(({ time: _, verb: __, ...segment }) => segment)]
      this.#characters += JSON.stringify([changes, sent]).length
      if (this.#characters > limits.characters) this.#isCut = true
    }
    this.#last = now
  }

  /** Of several changes of one value in a step the last is kept. */
  #addChange(stored: StoredStep[2], [path, ...value]: Change): void {
    const number = this.#pathNumber(path)
    const same = stored.findIndex(([other]) => other === number)
    if (same >= 0) stored.splice(same, 1)
    stored.push([number, ...value] as StoredStep[2][number])
  }

  #addStep(): StoredStep | undefined {
    if (this.#steps.length >= limits.steps) this.#isCut = true
    if (this.#isCut) return undefined
    const { line = 0, lastLine = 0 } = this.#stack.at(-1) ?? {}
    const step: StoredStep = [this.#stackNumber(), lastLine - line, []]
    this.#steps.push(step)
    return step
  }

  #pathNumber(path: Path): number {
    return path.reduce((outer, name) => this.#tables.paths.numberOf([outer, name]), -1)
  }

  #stackNumber(): number {
    const { stacks } = this.#tables
    return this.#stack.reduce((outer, { fn, line }) => stacks.numberOf([outer, fn, line]), -1)
  }
}

function emptyTables() {
  return {
    files: new Table<WalkRecording['files'][0]>(),
    functions: new Table<WalkRecording['functions'][0]>(),
    stacks: new Table<WalkRecording['stacks'][0]>(),
    paths: new Table<WalkRecording['paths'][0]>(),
  }
}

/** Rows that are stored once and referred to by their number. */
class Table<Row> {
  readonly rows: Row[] = []
  #numbers = new Map<string, number>()

  numberOf(row: Row): number {
    const key = String(row) // of a row's parts at most one is a text: no two rows are the same text
    const number = this.#numbers.get(key) ?? this.rows.push(row) - 1
    this.#numbers.set(key, number)
    return number
  }
}

/** What a machine shows; undefined if a reader's edits have left it without something that is shown. */
function viewOf(machine: Machine): MachineView | undefined {
  try {
    return { state: snapshot(machine), log: [...machine.log], sent: [...machine.sent] }
  } catch {
    return undefined
  }
}

/**
 * Adds lines of the log to a step. A line that the same step had added and that is gone again is left out.
 *
 * @param before lines in the log when it was last looked at
 * @param kept of them
 */
function addLines(step: StoredStep, before: number, kept: number, lines: string[]): void {
  const [first, ...added] = step[3] ?? [before]
  step[3] = [Math.min(first, kept), ...added.slice(0, Math.max(0, kept - first)), ...lines]
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  for (let index = 0; index < most; index++) if (a[index] !== b[index]) return index
  return most
}
