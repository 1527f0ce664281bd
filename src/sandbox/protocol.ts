/**
 * The messages between the page, the sandbox and the runner.
 *
 * The runner is the same script in the reader's browser and at build time, where it finds the results that the page
 * shows before the reader presses Run.
 */

/** A compiled script: calls of `__define`, one per module. `name` is what stack frames call it. */
export interface Script {
  name: string
  text: string
}

/** Which tests to run: those of `file`, or of them those whose call is between two lines, or with a title. */
export interface Selection {
  file: string
  title?: string
  lines?: [first: number, last: number]
}

/** To the runner: load these scripts, later definitions winning, and then maybe run. */
export interface Order {
  load: Script[]
  run?: Selection
}

/** How a test came out. */
export type TestState = 'pass' | 'fail' | 'skip' | 'todo'

/** A place in a source file. Lines count from 1. */
export interface SourcePlace {
  file: string
  line: number
}

/** One thing that went wrong, in words. */
export interface Failure {
  message: string
  /** Both sides of a failed comparison, as text, and their difference when they are long. */
  expected?: string
  received?: string
  diff?: string
  place?: SourcePlace
}

/** What one test did. */
export interface TestResult {
  title: string
  line: number
  state: TestState
  failures: Failure[]
  console: string[]
  /** True when the console printed more than is kept. */
  cut: boolean
}

/** From the runner. Tests are numbered in the order of the file. */
export type Report =
  | { type: 'loaded' }
  | { type: 'collected'; titles: string[] }
  /** What the recorder wrote of the test that begins at a line, if a {@link TestRecorder} was loaded. */
  | { type: 'recording'; line: number; recording: unknown }
  | { type: 'test'; index: number; result: TestResult }
  /** An error outside of the tests that was not caught: thrown later, or in a promise that was not awaited. */
  | { type: 'uncaught'; failure: Failure }
  /**
   * The run has ended. `failures` and `console` are those outside of tests. `changed` names a built-in function that the
   * code has changed (`Array.prototype.push`): then the results can be wrong, or missing.
   */
  | { type: 'done'; failures: Failure[]; console: string[]; cut: boolean; changed?: string }
  /** A script is not JavaScript. The line is there if the browser reports it. */
  | { type: 'unreadable'; script: string; message: string; line?: number }

/** A script that is loaded before the others may set `__walk` to this: it records each test. */
export interface TestRecorder {
  start(): void
  /** @returns what it recorded since `start`, as data that can be sent to the page */
  stop(): unknown
}

/** What the runner runs in: a worker of the browser, or one of Node. */
export interface Host {
  post(report: Report): void
  /** Evaluates a script in the global scope. */
  load(script: Script): void
}

/** How long a run may take, in ms. */
export const timeBudget = 3000

/** What one run may print, in lines and in characters, and how many tests it may report. */
export const outputLimit = { lines: 200, characters: 20_000, tests: 200 }
