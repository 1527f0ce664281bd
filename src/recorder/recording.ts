import type { Sent } from '../../examples/kernel/sent.ts'
import { apply, type Change, type JsonObject, type Path } from './diff.ts'
import { nothing } from './nothing.ts'
import type { State } from './state.ts'

/** A walk as it is stored. Whatever repeats is stored once, and referred to by its number. */
export interface WalkRecording {
  /** Files. */
  files: string[]
  /** Functions: number of the file, name, line. */
  functions: [file: number, name: string, line: number][]
  /** Stacks of frames: number of the stack below, or -1; number of the function; the current line. */
  stacks: [below: number, fn: number, line: number][]
  /** Paths of changes: number of the path around it, or -1; name of a field. */
  paths: [outer: number, name: string][]
  steps: StoredStep[]
  /** The walk was cut off: it has too many steps, or too many changes. */
  cut?: true
}

/**
 * The stack; the number of lines of the statement after its first; the changes; the number of log lines that are kept,
 * and the lines that are added; the segments that were sent or probed; the outcome; the values that a condition read.
 */
export type StoredStep = [
  stack: number,
  moreLines: number,
  changes: ([path: number, value: Change[1]] | [path: number])[],
  log?: [kept: number, ...added: string[]] | [],
  sent?: SentSegment[],
  outcome?: Outcome,
  reads?: ReadValue[],
]

/** A variable or a field that a condition depends on, and its value before the condition, as a text. */
export type ReadValue = [name: string, value: string]

/** What a statement decided: whether its condition is true, or the value that it returns, as a text. */
export type Outcome = boolean | string

/** A segment that was sent, or whose options were only measured (`probe`). */
export type SentSegment = Omit<Sent, 'time' | 'verb'>

/** A frame of the call stack. */
export interface WalkFrame {
  file: string
  fn: string
  /** The line where the function begins. */
  start: number
  /** The current line. */
  line: number
}

/** True for the file of a test or a scenario, where every walk begins. */
export function isTestOrScenario(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('.txt')
}

/** A step in full. */
export interface Step {
  /** The call stack, from the outside in. */
  frames: WalkFrame[]
  lastLine: number
  changes: Change[]
  /** The state before the step, and after it. */
  before: State & JsonObject
  after: State & JsonObject
  /** The log after the step, and the number of its last lines that are new. */
  log: string[]
  added: number
  sent: SentSegment[]
  /** Absent for a statement without a condition or a value, and if the condition threw or never ended. */
  outcome: Outcome | undefined
  /** The values that its condition depends on. */
  reads: readonly ReadValue[]
}

/** Returns all steps in full. The states of successive steps share what did not change. */
export function unpack({ files, functions, stacks, paths, steps }: WalkRecording): Step[] {
  const frames: WalkFrame[][] = []
  for (const [below, fn, line] of stacks) {
    const [file, name, start] = functions[fn] ?? [0, '', 0]
    frames.push([...(frames[below] ?? []), { file: files[file] ?? '', fn: name, start, line }])
  }
  const pathAt: Path[] = []
  for (const [outer, name] of paths) pathAt.push([...(pathAt[outer] ?? []), name])
  let before = nothing as State & JsonObject
  let log: string[] = []
  return steps.map(
    ([stack, moreLines, stored, [kept = log.length, ...lines] = [], sent = [], outcome, reads = []]) => {
      const changes = stored.map(([path, ...value]) => [pathAt[path], ...value] as Change)
      const after = apply(before, changes) as State & JsonObject
      log = lines.length > 0 || kept < log.length ? [...log.slice(0, kept), ...lines] : log
      const at = frames[stack] ?? []
      const lastLine = (at.at(-1)?.line ?? 0) + moreLines
      const step = {
        frames: at,
        lastLine,
        changes,
        before,
        after,
        log,
        added: lines.length,
        sent,
        outcome,
        reads,
      }
      before = after
      return step
    },
  )
}
