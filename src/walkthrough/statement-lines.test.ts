import { expect, test } from 'vitest'
import { linesAt } from './statement-lines.ts'

test('a statement of twins has the lines of the family, or of both', () => {
  const lines = { v4: [[152, 152]], v6: [[208, 208]] } as const
  const twins = [
    [144, 198],
    [200, 253],
  ] as const
  expect(linesAt(lines, twins, 'v4')).toEqual([[152, 152]])
  expect(linesAt(lines, twins, 'v6')).toEqual([[208, 208]])
  expect(linesAt(lines, twins)).toEqual([
    [152, 152],
    [208, 208],
  ])
})

test('a statement that C has in several functions has the lines of the one that runs', () => {
  const lines = {
    v4: [
      [899, 899],
      [1309, 1309],
    ],
    v6: [
      [899, 899],
      [1328, 1328],
    ],
  } as const
  expect(linesAt(lines, [[710, 1010]])).toEqual([[899, 899]])
  expect(linesAt(lines, [[1242, 1354]], 'v6')).toEqual([[1328, 1328]])
  expect(linesAt(lines, [])).toEqual([])
})

test('lines of both families that overlap or follow each other are one range', () => {
  const lines = {
    v4: [
      [20, 24],
      [30, 30],
    ],
    v6: [
      [22, 22],
      [25, 25],
    ],
  } as const
  expect(linesAt(lines, [[1, 99]])).toEqual([
    [20, 25],
    [30, 30],
  ])
})

test('a statement for which C has no line has none', () => {
  expect(linesAt({ because: { en: 'No line.', zh: '没有。' } }, [[1, 99]])).toEqual([])
})
