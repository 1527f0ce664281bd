import type { Machine } from '../../examples/kernel/machine.ts'
import type { Sent } from '../../examples/kernel/sent.ts'
import { type Change, diff, type JsonObject, type Path } from './diff.ts'
import { nothing } from './nothing.ts'
import type { Outcome, ReadValue, StoredStep, WalkRecording } from './recording.ts'
import { type State, snapshot } from './state.ts'

/** The most steps of a walk, and characters in the JSON of all its changes. */
const limits = { steps: 3000, characters: 1_500_000 }

/** A call of a function that is running or asleep. */
interface Frame {
  /** The number of the function in the recording. */
  fn: number
  line: number
  lastLine: number
  isSummary: boolean
  /** The last step that began at a statement of this call. */
  step: StoredStep | undefined
  /** The function waits at a `yield*` for another generator. */
  delegates: boolean
  /** The frames that left the stack when this one went to sleep, from the outside in. The last is this one. */
  asleep: Frame[]
}

/** The recorded parts of a machine at one moment. */
interface MachineView {
  state: State & JsonObject
  log: readonly string[]
  sent: readonly Sent[]
}

const noView: MachineView = { state: nothing as State & JsonObject, log: [], sent: [] }

/**
 * Records the steps of a program. The marks that `instrument.ts` adds to the program call it.
 *
 * A step is a place in the code with the changes that the program made there. A change after a function has returned
 * belongs to the statement that called the function.
 */
export class Recorder {
  #isOn = false
  #walk = newWalk()

  /** Begins a walk, and drops any earlier one. */
  start(): void {
    this.#isOn = true
    this.#walk = newWalk()
  }

  /** Ends the walk, and returns its recording. */
  stop(): WalkRecording {
    this.#recordChanges()
    this.#isOn = false
    const { files, functions, stacks, paths } = this.#walk.tables
    return {
      ...{ files: files.rows, functions: functions.rows, stacks: stacks.rows, paths: paths.rows },
      steps: this.#walk.steps,
      ...(this.#walk.isCut && { cut: true }),
    }
  }

  // Called by marked code

  /**
   * Records that a function begins.
   *
   * @param line the line of its definition
   * @param isSummary whether all changes inside belong to the step that called it
   */
  enter(file: string, name: string, line: number, isSummary: boolean): Frame {
    this.#recordChanges()
    const frame: Frame = {
      ...{ fn: -1, line, lastLine: line, isSummary },
      ...{ step: undefined, delegates: false, asleep: [] },
    }
    this.#push(frame)
    if (!this.#isOn) return frame
    const { files, functions } = this.#walk.tables
    frame.fn = functions.numberOf([files.numberOf(file), name, line])
    return frame
  }

  /** Records that a function returned or threw. */
  leave(frame: Frame): void {
    if (!this.#walk.stack.includes(frame)) return // the generator was ended while asleep
    this.#recordChanges()
    while (this.#pop() !== frame);
    this.#returnToStep()
  }

  /** Begins a statement that is a step. */
  step(frame: Frame, line: number, lastLine: number): void {
    this.statement(frame, line, lastLine)
    if (this.#isRecording) frame.step = this.#walk.step = this.#addStep()
  }

  /** Begins a statement that is a step only if it changes something. */
  statement(frame: Frame, line: number, lastLine: number): void {
    this.#recordChanges()
    frame.line = line
    frame.lastLine = lastLine
    frame.step = undefined
    if (this.#isRecording) this.#walk.step = undefined
  }

  /** Records the value that a function returns; the machine, if it is `createMachine`. */
  returns<T>(frame: Frame, value: T): T {
    if (this.#walk.tables.functions.rows[frame.fn]?.[1] === 'createMachine')
      this.#walk.machine = value as Machine
    setOutcome(frame, returned(value))
    return value
  }

  /**
   * Reads what a condition depends on, before it is evaluated.
   *
   * @param names functions that read a value, by its name in the code
   */
  reads(names: Record<string, () => unknown>): ReadValue[] {
    if (!this.#isRecording) return []
    return Object.entries(names).flatMap(([name, read]): ReadValue[] => {
      try {
        const text = returned(read())
        return text === undefined ? [] : [[name, text]]
      } catch {
        return [] // the condition does not get as far as this value
      }
    })
  }

  /** Records whether the condition of `if` or `while` is true, and the values that it depends on. */
  decides<T>(frame: Frame, reads: ReadValue[], value: T): T {
    setOutcome(frame, Boolean(value))
    if (frame.step && reads.length > 0) frame.step[6] = reads
    return value
  }

  /** Removes a generator that yields from the stack, with those that delegate to it. */
  sleep<T>(frame: Frame, value?: T): T | undefined {
    this.#recordChanges()
    frame.asleep = [this.#pop()]
    while (this.#walk.stack.at(-1)?.delegates) frame.asleep.unshift(this.#pop())
    this.#returnToStep()
    return value
  }

  /** Puts them back when the generator is resumed. */
  wake<T>(frame: Frame, value: T): T {
    this.#recordChanges()
    for (const sleeper of frame.asleep) this.#push(sleeper)
    this.#returnToStep()
    return value
  }

  /** Records that a generator delegates to another: `yield*`. */
  delegate<T>(frame: Frame, value: T): T {
    frame.delegates = true
    return value
  }

  /** Records that the other generator has ended. */
  endDelegate<T>(frame: Frame, value: T): T {
    frame.delegates = false
    return value
  }

  // Adding steps and changes

  get #isRecording(): boolean {
    return this.#isOn && this.#walk.summaries === 0
  }

  #push(frame: Frame): void {
    this.#walk.stack.push(frame)
    if (frame.isSummary) this.#walk.summaries++
  }

  #pop(): Frame {
    const frame = this.#walk.stack.pop() as Frame
    if (frame.isSummary) this.#walk.summaries--
    return frame
  }

  /** Continues the last step if it began at the current place. */
  #returnToStep(): void {
    if (!this.#isRecording || this.#walk.stack.length === 0) return
    const last = this.#walk.steps.at(-1)
    this.#walk.step = last?.[0] === this.#stackNumber() ? last : undefined
  }

  /** Adds the changes since the last view of the machine to the current step. */
  #recordChanges(): void {
    if (!this.#isRecording || !this.#walk.machine || this.#walk.isCut || this.#walk.stack.length === 0) return
    const now = viewOf(this.#walk.machine) ?? this.#walk.last
    const changes = diff(this.#walk.last.state, now.state)
    const kept = commonLength(this.#walk.last.log, now.log)
    const isLogSame = kept === this.#walk.last.log.length && kept === now.log.length
    const sent = now.sent.slice(this.#walk.last.sent.length)
    if (changes.length === 0 && isLogSame && sent.length === 0) return

    this.#walk.step ??= this.#addStep()
    const step = this.#walk.step
    if (step) {
      for (const change of changes) this.#addChange(step[2], change)
      if (!isLogSame || sent.length > 0) addLines(step, this.#walk.last.log.length, kept, now.log.slice(kept))
      if (sent.length > 0)
        step[4] = [...(step[4] ?? []), ...sent.map(({ time: _, verb: __, ...segment }) => segment)]
      this.#walk.characters += JSON.stringify([changes, sent]).length
      if (this.#walk.characters > limits.characters) this.#walk.isCut = true
    }
    this.#walk.last = now
  }

  /** Adds a change, in the place of an earlier one of the same value in this step. */
  #addChange(stored: StoredStep[2], [path, ...value]: Change): void {
    const number = this.#pathNumber(path)
    const same = stored.findIndex(([other]) => other === number)
    if (same >= 0) stored.splice(same, 1)
    stored.push([number, ...value] as StoredStep[2][number])
  }

  #addStep(): StoredStep | undefined {
    if (this.#walk.steps.length >= limits.steps) this.#walk.isCut = true
    if (this.#walk.isCut) return undefined
    const { line = 0, lastLine = 0 } = this.#walk.stack.at(-1) ?? {}
    const step: StoredStep = [this.#stackNumber(), lastLine - line, []]
    this.#walk.steps.push(step)
    return step
  }

  #pathNumber(path: Path): number {
    return path.reduce((outer, name) => this.#walk.tables.paths.numberOf([outer, name]), -1)
  }

  #stackNumber(): number {
    const { stacks } = this.#walk.tables
    return this.#walk.stack.reduce((outer, { fn, line }) => stacks.numberOf([outer, fn, line]), -1)
  }
}

/** Records the outcome of the statement that a call is at, if the statement is a step. */
function setOutcome({ step }: Frame, outcome: Outcome | undefined): void {
  if (!step || outcome === undefined) return
  step[3] ??= []
  step[4] ??= []
  step[5] = outcome
}

/** The longest text of a returned value. */
const longestValue = 40

/** Returns a value as a text: an object by its name or its address. Undefined for values without a short text. */
function returned(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) {
    const { name, address } = value as { name?: unknown; address?: unknown }
    return typeof name === 'string' ? name : typeof address === 'string' ? address : undefined
  }
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  const text = String(value)
  return text.length > longestValue ? undefined : text
}

function newWalk() {
  return {
    stack: [] as Frame[],
    /** The number of frames on the stack that are summaries. Inside a summary nothing is a step. */
    summaries: 0,
    machine: undefined as Machine | undefined,
    /** The last view of the machine. */
    last: noView,
    characters: 0,
    /** The current step; undefined if none has been added for the current place yet. */
    step: undefined as StoredStep | undefined,
    tables: {
      files: new Table<WalkRecording['files'][0]>(),
      functions: new Table<WalkRecording['functions'][0]>(),
      stacks: new Table<WalkRecording['stacks'][0]>(),
      paths: new Table<WalkRecording['paths'][0]>(),
    },
    steps: [] as StoredStep[],
    isCut: false,
  }
}

/** A table whose rows are stored once, and referred to by number. */
class Table<Row> {
  readonly rows: Row[] = []
  #numbers = new Map<string, number>()

  numberOf(row: Row): number {
    const key = String(row) // at most one part of a row is a text, so different rows have different keys
    const number = this.#numbers.get(key) ?? this.rows.push(row) - 1
    this.#numbers.set(key, number)
    return number
  }
}

/** Returns the view of a machine; undefined if edited code has removed something that is shown. */
function viewOf(machine: Machine): MachineView | undefined {
  try {
    return { state: snapshot(machine), log: [...machine.log], sent: [...machine.sent] }
  } catch {
    return undefined
  }
}

/**
 * Adds lines of the log to a step, without those that the same step has added and removed.
 *
 * @param before number of lines in the last view of the log
 * @param kept number of those lines that are still there
 */
function addLines(step: StoredStep, before: number, kept: number, lines: string[]): void {
  const [first = before, ...added] = step[3] ?? []
  step[3] = [Math.min(first, kept), ...added.slice(0, Math.max(0, kept - first)), ...lines]
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  for (let index = 0; index < most; index++) if (a[index] !== b[index]) return index
  return most
}
