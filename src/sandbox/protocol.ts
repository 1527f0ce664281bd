/**
 * The messages between the page, the sandbox and the runner.
 *
 * The runner is the same script in the reader's browser and in the build, which gets from it the results that the page
 * shows before the reader presses Run.
 */

/** A compiled script: calls of `__define`, one per module. `name` is its name in stack frames. */
export interface Script {
  name: string
  text: string
}

/** The tests to run: those of `file`, or only those with `title`, or that begin between two lines. */
export interface Selection {
  file: string
  title?: string
  lines?: [first: number, last: number]
}

/** To the runner: load these scripts, then run, if `run` is given. Later definitions replace earlier ones. */
export interface Order {
  load: Script[]
  run?: Selection
}

/** The result of a test. */
export type TestState = 'pass' | 'fail' | 'skip' | 'todo'

/** A line of a source file, counted from 1. */
export interface SourcePlace {
  file: string
  line: number
}

/** One failure, in words. */
export interface Failure {
  message: string
  /** The sides of a failed comparison as text, and their difference if they are long. */
  expected?: string
  received?: string
  diff?: string
  place?: SourcePlace
}

/** The result and the output of one test. */
export interface TestResult {
  title: string
  line: number
  state: TestState
  failures: Failure[]
  console: string[]
  /** The console printed more than is kept. */
  cut: boolean
}

/** From the runner. Tests are numbered in the order of the file. */
export type Report =
  | { type: 'loaded' }
  | { type: 'collected'; titles: string[] }
  /** The recording of the test that begins at a line, if a {@link TestRecorder} was loaded. */
  | { type: 'recording'; line: number; recording: unknown }
  | { type: 'test'; index: number; result: TestResult }
  /** An uncaught error outside of the tests: thrown later, or in a promise that was not awaited. */
  | { type: 'uncaught'; failure: Failure }
  /**
   * The run has ended. `failures` and `console` are those outside of tests. `changed` names a built-in function that the
   * code has changed (`Array.prototype.push`), so that results can be wrong or missing.
   */
  | { type: 'done'; failures: Failure[]; console: string[]; cut: boolean; changed?: string }
  /** The run needs all of vitest (`vitest.ts`): it has ended without a result. */
  | { type: 'lacking' }
  /** A script is not JavaScript. `line` is undefined if the browser does not report it. */
  | { type: 'unreadable'; script: string; message: string; line?: number }

/** A recorder of tests. A script that is loaded before the others may set `__walk` to one. */
export interface TestRecorder {
  start(): void
  /** @returns the recording since `start`, as data that can be sent to the page */
  stop(): unknown
}

/** The host of the runner: a worker of the browser, or of Node. */
export interface Host {
  post(report: Report): void
  /** Evaluates a script in the global scope. */
  load(script: Script): void
}

/** The most time that a run may take, in ms. */
export const timeBudget = 3000

/** The most lines and characters that a run may print, and tests that it may report. */
export const outputLimit = { lines: 200, characters: 20_000, tests: 200 }
