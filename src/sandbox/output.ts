/** What tests print. */

import { outputLimit } from './protocol.ts'

interface Output<Test> {
  console: Partial<Console>
  /** Returns the output during a test, or outside of all tests. */
  of(test: Test | undefined): { lines: string[]; cut: boolean }
}

/**
 * Makes a console that keeps what is printed, within the limit of a run.
 *
 * @param current returns the test that is running
 * @param phrase formats the values of one call
 */
export function recordOutput<Test>(
  current: () => Test | undefined,
  phrase: (values: unknown[]) => string,
): Output<Test> {
  const kept = new Map<Test | undefined, { lines: string[]; cut: boolean }>()
  const left = { ...outputLimit }
  const of: Output<Test>['of'] = (test) => {
    const found = kept.get(test) ?? { lines: [], cut: false }
    kept.set(test, found)
    return found
  }
  const print = (...values: unknown[]) => {
    const output = of(current())
    if (output.cut) return
    for (const line of phrase(values).split('\n')) {
      if (left.lines <= 0 || left.characters <= 0) {
        output.cut = true
        return
      }
      output.lines.push(line.slice(0, left.characters))
      left.lines -= 1
      left.characters -= line.length
    }
  }
  return { of, console: { log: print, info: print, debug: print, warn: print, error: print, trace: print } }
}
