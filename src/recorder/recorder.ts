import type { Machine } from '../../examples/kernel/machine.ts'
import { type Change, diff, type JsonObject } from './diff.ts'
import type { Recording, StoredStep } from './recording.ts'
import { nothing, type State, snapshot } from './snapshot.ts'

/** A walk has no more steps than this, and no more characters in what they changed. */
const limits = { steps: 3000, characters: 1_500_000 }

/** A function that runs, or sleeps. */
interface Frame {
  fn: number
  line: number
  lastLine: number
  isSummary: boolean
  /** It waits for a generator that it yields to: `yield*`. */
  lends: boolean
  /** The frames that went to sleep with it, itself first. */
  asleep: Frame[]
}

/**
 * Hears where a program is (`instrument.ts` made it tell) and writes down what each step of it did.
 *
 * A step is a place in the code and what changed while the program was there. Changes made after a function has
 * returned are those of its caller's statement.
 */
export class Recorder {
  #isOn = false
  #stack: Frame[] = []
  #summaries = 0
  #machine: Machine | undefined
  #last = nothing as State & JsonObject
  #log: string[] = []
  #characters = 0
  /** Where the program is: a step that is written down already, or a place that may become one. */
  #here: { step: StoredStep | undefined } = { step: undefined }
  #names = noNames()
  #recording = emptyRecording()

  /** Begins a walk; of an earlier one nothing is left. */
  start(): void {
    this.#isOn = true
    this.#stack = []
    this.#summaries = 0
    this.#machine = undefined
    this.#last = nothing as State & JsonObject
    this.#log = []
    this.#characters = 0
    this.#here = { step: undefined }
    this.#names = noNames()
    this.#recording = emptyRecording()
  }

  /** Ends the walk. */
  stop(): Recording {
    this.#settle()
    this.#isOn = false
    return this.#recording
  }

  // What marked code calls

  enter(file: string, name: string, line: number, isSummary: boolean): Frame {
    this.#settle()
    const frame = { fn: -1, line, lastLine: line, isSummary, lends: false, asleep: [] }
    this.#push(frame)
    if (!this.#isOn) return frame
    const { files, functions } = this.#recording
    const fileIndex = this.#names.files.index(file, () => files.push(file))
    frame.fn = this.#names.functions.index(`${fileIndex} ${name} ${line}`, () =>
      functions.push([fileIndex, name, line]),
    )
    return frame
  }

  leave(frame: Frame): void {
    if (!this.#stack.includes(frame)) return // ended while it slept
    this.#settle()
    while (this.#pop() !== frame);
    this.#comeBack()
  }

  /** A statement that is a step. */
  at(frame: Frame, line: number, lastLine: number): void {
    this.#move(frame, line, lastLine)
    if (this.#isWatching) this.#here.step = this.#write()
  }

  /** A statement that is a step if it does something. */
  near(frame: Frame, line: number, lastLine: number): void {
    this.#move(frame, line, lastLine)
  }

  give<T>(frame: Frame, value: T): T {
    if (this.#recording.functions[frame.fn]?.[1] === 'createMachine') this.#machine = value as Machine
    return value
  }

  /** A generator gives up the processor: it and those that yield to it leave the stack. */
  sleep<T>(frame: Frame, value?: T): T | undefined {
    this.#settle()
    frame.asleep = [this.#pop()]
    while (this.#stack.at(-1)?.lends) frame.asleep.unshift(this.#pop())
    this.#comeBack()
    return value
  }

  wake<T>(frame: Frame, value: T): T {
    this.#settle()
    for (const sleeper of frame.asleep) this.#push(sleeper)
    this.#comeBack()
    return value
  }

  lend<T>(frame: Frame, value: T): T {
    frame.lends = true
    return value
  }

  regain<T>(frame: Frame, value: T): T {
    frame.lends = false
    return value
  }

  // Writing it down

  get #isWatching(): boolean {
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

  #move(frame: Frame, line: number, lastLine: number): void {
    this.#settle()
    frame.line = line
    frame.lastLine = lastLine
    if (this.#isWatching) this.#here = { step: undefined }
  }

  /** The program is where a step was begun before; if nothing else was written since, it goes on. */
  #comeBack(): void {
    if (!this.#isWatching || this.#stack.length === 0) return
    const last = this.#recording.steps.at(-1)
    const stack = this.#stackIndex()
    this.#here = { step: last?.[0] === stack ? last : undefined }
  }

  /** What changed since it was last asked belongs to where the program is. */
  #settle(): void {
    if (!this.#isWatching || !this.#machine || this.#recording.cut || this.#stack.length === 0) return
    const state = look(this.#machine) ?? this.#last
    const changes = diff(this.#last, state)
    const { log } = this.#machine
    const kept = commonLength(this.#log, log)
    const isLogSame = kept === this.#log.length && kept === log.length
    if (changes.length === 0 && isLogSame) return

    this.#last = state
    this.#here.step ??= this.#write()
    const { step } = this.#here
    if (!step) return
    const [, , stored, heard] = step
    for (const change of changes) this.#store(stored, change)
    if (!isLogSame) {
      // Lines that this very step wrote and that are gone again need not be told.
      const [before, ...added] = heard ?? [this.#log.length]
      const lines = [...added.slice(0, Math.max(0, kept - before)), ...log.slice(kept)]
      step[3] = [Math.min(before, kept), ...lines]
      this.#log = [...log]
    }
    this.#characters += JSON.stringify(changes).length
    if (this.#characters > limits.characters) this.#recording.cut = true
  }

  /** A path that changes twice in a step is told once. */
  #store(stored: StoredStep[2], [path, ...value]: Change): void {
    const { paths } = this.#recording
    const index = this.#names.paths.index(path, () => paths.push(path))
    const same = stored.findIndex(([other]) => other === index)
    if (same >= 0) stored.splice(same, 1)
    stored.push([index, ...value] as StoredStep[2][number])
  }

  #write(): StoredStep | undefined {
    const { steps } = this.#recording
    if (steps.length >= limits.steps) this.#recording.cut = true
    if (this.#recording.cut) return undefined
    const step: StoredStep = [this.#stackIndex(), this.#stack.at(-1)?.lastLine ?? 0, []]
    steps.push(step)
    return step
  }

  #stackIndex(): number {
    const { stacks } = this.#recording
    let index = -1
    for (const { fn, line } of this.#stack) {
      const below = index
      index = this.#names.stacks.index(`${below} ${fn} ${line}`, () => stacks.push([below, fn, line]))
    }
    return index
  }
}

function noNames() {
  return { files: new Names(), functions: new Names(), stacks: new Names(), paths: new Names() }
}

function emptyRecording(): Recording {
  return { files: [], functions: [], stacks: [], paths: [], steps: [] }
}

/** Gives each name a number, in the order in which they come. */
class Names {
  #indices = new Map<string, number>()

  index(name: string, add: () => void): number {
    const known = this.#indices.get(name)
    if (known !== undefined) return known
    const index = this.#indices.size
    this.#indices.set(name, index)
    add()
    return index
  }
}

/** A reader may have changed the code until the machine is none. */
function look(machine: Machine): (State & JsonObject) | undefined {
  try {
    return snapshot(machine)
  } catch {
    return undefined
  }
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  for (let index = 0; index < most; index++) if (a[index] !== b[index]) return index
  return most
}
