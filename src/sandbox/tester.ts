import type { Modules } from './modules.ts'
import type { Failure, Report, Selection } from './protocol.ts'

/** What a tester runs tests with. */
interface Running {
  modules: Modules
  post(report: Report): void
  /** Is asked before each test: a test is left out if it resolves to false. */
  isWanted?(): Promise<boolean>
}

/** Collects the tests of a file and runs them. */
export interface Tester {
  /** Runs the tests. Rejects if it cannot run them as vitest does. */
  run(selection: Selection, running: Running): Promise<void>
  /** Describes an error that no test caught; undefined if the tester describes none. */
  describe(error: unknown, modules: Modules): Failure | undefined
}

/** Returns a function that finds, by title and line, whether a test is one of those to run. */
export function selected({ lines, title }: Selection): (name: string, line: number) => boolean {
  const [first, last] = lines ?? [1, Number.POSITIVE_INFINITY]
  return (name, line) => line >= first && line <= last && name === (title ?? name)
}
