import { expect, test } from 'vitest'
import { unknownMatchers } from './matchers.ts'

const testFile = 'examples/fullmesh/a.test.ts'

/** The messages about a test file. */
function messages(source: string): string[] {
  const unit = { name: 'a', implementation: 'examples/fullmesh/a.ts', testFile, tests: [], keys: [] }
  return unknownMatchers({ units: [unit], sources: new Map([[testFile, source]]) })
}

test('a matcher that the page lacks is named with its line, and with those that it has', () => {
  expect(
    messages('expect(1).toBe(1)\nexpect([1]\n  .map(String)).not.toSatisfy((one) => one.toString() === "1")'),
  ).toEqual([
    expect.stringMatching(
      /^examples\/fullmesh\/a\.test\.ts:3: .* "toSatisfy": write it with toBe, .*quick\.ts$/,
    ),
  ])
})

test('matchers that the page has are no problem, nor is their negation', () => {
  expect(messages('expect(1).not.toEqual(2)\nexpect(f).toThrow("a")')).toEqual([])
})
