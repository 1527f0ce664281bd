import { equals, iterableEquality, subsetEquality } from '@vitest/expect'
import { recordOutput } from './output.ts'
import { outputLimit, type TestResult } from './protocol.ts'
import { callSites } from './stack.ts'
import { selected, type Tester } from './tester.ts'

/** A test, and the line on which it begins. */
interface Test {
  title: string
  line: number
  body: () => unknown
}

/** The matchers that the examples use, with vitest's own comparisons. */
export const matchers: Record<string, (received: never, expected: never) => boolean> = {
  toBe: Object.is,
  toBeUndefined: (received: unknown) => received === undefined,
  toContain: (received: string | unknown[], part: never) => received.includes(part),
  toEqual: (received, expected) => equals(received, expected, [iterableEquality]),
  toHaveLength: ({ length }: { length: number }, expected: number) => length === expected,
  toMatch: (received: string, pattern: RegExp) => pattern.test(received),
  toMatchObject: (received, expected) => equals(received, expected, [iterableEquality, subsetEquality]),
  toThrow: (received: () => void, part: string) => messageOf(received)?.includes(part) ?? false,
}

/**
 * Runs the tests of an example that a reader has not changed. They passed when the site was built, with vitest's
 * packages (`vitest.ts`), which are a large script. This has the part of them that the examples need, and describes no
 * failure: if a test fails, or uses something that is not here, the run is rejected, and repeated with all of vitest.
 */
export const quick: Tester = {
  async run(selection, { modules, post, isWanted }) {
    const tests: Test[] = []
    let current: Test | undefined
    const output = recordOutput(() => current, phrase)
    Object.assign(globalThis, { console: output.console })
    modules.reset()

    const script = modules.scriptOf(selection.file)
    const test = (title: string, body: unknown, ...options: unknown[]) => {
      if (typeof body !== 'function' || options.length > 0) throw new Error(`"${title}" has options`)
      const line = callSites(Error().stack ?? '').find((site) => site.script === script)?.line ?? 1
      tests.push({ title, line, body: body as Test['body'] })
    }
    modules.load(selection.file, { test, expect })
    const isSelected = selected(selection)
    const chosen = tests.filter(({ title, line }) => isSelected(title, line)).slice(0, outputLimit.tests)

    post({ type: 'collected', titles: chosen.map(({ title }) => title) })
    for (const [index, test] of chosen.entries()) {
      if (isWanted && !(await isWanted())) continue
      current = test
      await test.body()
      current = undefined
      post({ type: 'test', index, result: resultOf(test) })
    }
    const { lines, cut } = output.of(undefined)
    post({ type: 'done', failures: [], console: lines, cut })

    function resultOf(test: Test): TestResult {
      const { lines, cut } = output.of(test)
      return { title: test.title, line: test.line, state: 'pass', failures: [], console: lines, cut }
    }
  },

  describe: () => undefined,
}

/** Returns the matchers for a value; each throws if the value does not match. */
function expect(received: unknown) {
  const expectations = (isMatch: boolean) =>
    Object.fromEntries(
      Object.entries(matchers).map(([name, matches]) => [
        name,
        (expected: unknown) => {
          if (matches(received as never, expected as never) !== isMatch) throw new Error(`${name} fails`)
        },
      ]),
    )
  return { ...expectations(true), not: expectations(false) }
}

/** Returns the message of the error that a function throws; undefined if it throws none. */
function messageOf(received: () => void): string | undefined {
  try {
    received()
  } catch (error) {
    return (error as Error).message
  }
  return undefined
}

/** Formats values as a console prints them. @throws if they are not plain texts */
function phrase(values: unknown[]): string {
  if (values.some((value) => typeof value !== 'string' || value.includes('%'))) throw new Error('not plain')
  return values.join(' ')
}
