import { expect, test } from 'vitest'
import { summary } from './summary.ts'

const problems = ['docs/a.mdx:3: a', 'docs/ab.mdx:1: b', 'src/c.ts:9: c']

test('all problems are printed, and their number', () => {
  expect(summary(problems)).toEqual({ lines: [...problems, '3 problems'], failed: true })
  expect(summary([])).toEqual({ lines: ['no problems'], failed: false })
})

test('with files or folders, the problems of others are only counted, and fail nothing', () => {
  expect(summary(problems, ['docs/a.mdx']).lines).toEqual([
    'docs/a.mdx:3: a',
    '1 problem, and 2 in other files',
  ])
  expect(summary(problems, ['docs']).lines.at(-1)).toBe('2 problems, and 1 in other files')
  expect(summary(problems, ['README.md'])).toEqual({
    lines: ['no problems, and 3 in other files'],
    failed: false,
  })
})

test('texts that are not current are printed, and fail nothing; with a file, those that name it', () => {
  const stale = [
    'i18n/en/a.mdx:2: is out of date: the text in docs/a.mdx:3 has changed',
    'i18n/en/d.mdx:1: is out of date',
  ]
  expect(summary([], [], stale)).toEqual({
    lines: [...stale, 'no problems; 2 texts are not current, which fails nothing'],
    failed: false,
  })
  expect(summary(problems, ['docs/a.mdx'], stale)).toEqual({
    lines: [
      problems[0],
      stale[0],
      '1 problem, and 2 in other files; 1 text is not current, which fails nothing',
    ],
    failed: true,
  })
})

test('a text that seems to be removed, as its heading has lost the id, is not named once more', () => {
  const removed = 'i18n/en/docusaurus-plugin-content-docs/current/a.mdx:9: a.mdx#b is out of date'
  const [lost, other] = ['docs/a.mdx:9: the heading has no id (write …)', 'docs/a.mdx:9: a']
  expect(summary([lost], [], [removed]).lines).toEqual([lost, '1 problem'])
  expect(summary([other], [], [removed]).lines).toContain(removed)
})
