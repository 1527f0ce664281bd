import { expect, test } from 'vitest'
import { compile } from './compile.ts'

/** Returns the line and the column of the error in a source. */
function placeOf(...lines: string[]): [line: number, column: number] | undefined {
  try {
    compile('a.ts', lines.join('\n'))
    return undefined
  } catch (error) {
    const { line, column } = error as { line: number; column: number }
    return [line, column]
  }
}

test('an error inside of an arrow function is reported where it is, not where the function begins', () => {
  expect(placeOf("test('a', () => {", '  const c = [1, 2', '  c.run()', '})')).toEqual([3, 3])
  expect(placeOf("test('a', () => {", '  run(', '})')?.[0]).toBeGreaterThan(1)
})

test('another error is reported where the compiler finds it', () => {
  expect(placeOf('const a = 1', 'const = 2')?.[0]).toBe(2)
})

test('what has no error is compiled', () => {
  expect(compile('a.ts', 'export const a: number = 1')).toContain('a = 1')
})
