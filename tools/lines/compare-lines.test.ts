import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CLines } from '../../examples/reference/statement-lines.ts'
import { cLines } from '../../reference/c-lines.ts'
import { kernelFiles } from '../../reference/kernel-files.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import type { Reference } from '../../src/c-line/reference.ts'
import { checkLines, compare, formatLines, linesWithoutCode } from './compare-lines.ts'

const reference = (within: string, at?: string, file = 'net/a.c'): Reference => ({
  place: 'docs/a.mdx:1',
  file,
  within: [within],
  at,
})
const tree = new Map([
  [
    'net/a.c',
    {
      lines: 90,
      definitions: [
        { name: 'open', lines: [10, 20] as const },
        { name: 'close', lines: [30, 40] as const },
        { name: 'close', lines: [50, 60] as const },
      ],
    },
  ],
])
const stored = { 'net/a.c': { lines: 90, symbols: { open: [10, 20], close: [50, 60] } } } as const

test('lines that are stored as the tree has them are no difference', () => {
  const references = [reference('open', '12'), reference('open, close'), reference('close', '55')]
  expect(compare(references, stored, tree)).toEqual({ found: stored, problems: [] })
})

test('symbols that moved, are new, are gone or are not referred to are reported, and those that are found are stored', () => {
  const wrong = { 'net/a.c': { lines: 91, symbols: { open: [9, 20], read: [1, 2] } } } as const
  const references = [reference('open', '12'), reference('close', '35'), reference('shut', '3')]
  expect(compare(references, wrong, tree)).toEqual({
    found: { 'net/a.c': { lines: 90, symbols: { open: [10, 20], close: [30, 40] } } },
    problems: [
      'net/a.c: has 90 lines, and 91 are stored',
      'net/a.c: open is in lines 10 to 20 (stored: lines 9 to 20)',
      'net/a.c: close is in lines 30 to 40 (stored: nowhere)',
      'net/a.c: does not define shut (stored: nowhere)',
      'net/a.c: nothing refers to read, which is stored',
    ],
  })
})

test('a symbol that is defined twice has the lines that are referred to, or if none fit, the first', () => {
  const linesFor = (at: string) =>
    compare([reference('close', at)], stored, tree).found['net/a.c']?.symbols.close
  expect([linesFor('35'), linesFor('55'), linesFor('80')]).toEqual([
    [30, 40],
    [50, 60],
    [30, 40],
  ])
})

test('a file that is not in the tree is reported, and stays as it is stored', () => {
  expect(compare([reference('open', '12')], stored, new Map())).toEqual({
    found: stored,
    problems: ['net/a.c: not in this tree'],
  })
})

test('every symbol of the C file is compared, also those that nothing refers to', () => {
  const definitions = [{ name: 'full_mesh', lines: [1865, 1878] as const }]
  const { problems } = compare([], kernelFiles, new Map([[fullmeshFile, { lines: 1941, definitions }]]))
  const here = problems.filter((problem) => problem.startsWith(fullmeshFile))
  expect(here).toHaveLength(105)
  expect(here).toContain(`${fullmeshFile}: full_mesh is in lines 1865 to 1878 (stored: lines 1865 to 1877)`)
})

test('lines of statements that are no code are reported, with the statement', () => {
  const source = [
    'if (a) {',
    '\t/* A',
    '\t * b */',
    '',
    '\tc(); /* d */',
    '#endif',
    '}',
    '} else {',
    'exit:',
  ].join('\n')
  const linesOf = (lines: CLines) => linesWithoutCode(source, { 'a.ts': { open: { 'close(a)': lines } } })
  expect(linesOf('1-5 | 8-9')).toEqual([])
  expect(linesOf('families')).toEqual([])
  expect(linesOf('1-2, 5')).toEqual([
    'net/mptcp/mptcp_fullmesh.c:2: no code; open in a.ts has it for "close(a)"',
  ])
  expect(['3', '4', '6', '7', '10'].map((line) => linesOf(line as CLines).length)).toEqual([1, 1, 1, 1, 1])
})

test('the stored file is as the program writes it', () => {
  expect(formatLines(cLines)).toBe(readFileSync('reference/c-lines.ts', 'utf8'))
})

test.each([
  [[], 'which kernel tree? npm run check:lines -- TREE [--write]'],
  [['--write'], 'which kernel tree? npm run check:lines -- TREE [--write]'],
  [
    ['no-such-tree'],
    `no-such-tree/${fullmeshFile}: not the file that the notes are about, whose sha256 is 9140`,
  ],
])('%j is refused', (args, message) => {
  const printed: string[] = []
  expect(checkLines(args, (line) => printed.push(line))).toBe(1)
  expect(printed.join('\n')).toContain(message)
})
