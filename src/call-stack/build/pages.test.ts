import { describe, expect, test } from 'vitest'
import {
  checkAllShown,
  checkHomes,
  checkNames,
  checkOnce,
  checkPages,
  checkPair,
  findMentions,
  type Mention,
} from './pages.ts'
import { readCallStacks, type Stack } from '../../../reference/call-stacks.ts'

const stack = (id: string, at: number): Stack => ({
  at,
  id,
  target: id.replace(/-\d+$/, ''),
  context: 'softirq',
  ip: 'any',
  entry: '',
  summary: '',
  steps: [],
})
const stacks = [stack('new_session-01', 3), stack('new_session-12', 9), stack('add_raddr-01', 20)]
const shows = (page: string, line: number, ...ids: string[]): Mention => ({ page, line, ids })

test('the call stacks that a page shows are found with their lines', () => {
  const page = `---
title: A page
---

Text, and \`<CallStack of="in-code" />\`.

<CallStack of="new_session-01 new_session-12" />
{/* <CallStack of="in-a-comment" /> */}
`
  expect(findMentions('docs/a.mdx', page)).toEqual([
    shows('docs/a.mdx', 7, 'new_session-01', 'new_session-12'),
  ])
})

test.each(['<CallStack />', '<CallStack of="" />', '<CallStack of={ids} />', '<CallStack of="a" open />'])(
  '%s is refused',
  (page) => {
    expect(() => findMentions('docs/a.mdx', `\n${page}`)).toThrow(
      'docs/a.mdx:2: <CallStack> takes of="…" and nothing else: ids from reference/call-stacks.json',
    )
  },
)

test('an unknown id is answered with the nearest ones', () => {
  expect(checkNames([shows('docs/a.mdx', 7, 'new_session-01', 'new_sesion-12')], stacks)).toEqual([
    'docs/a.mdx:7: there is no call stack "new_sesion-12" (nearest: "new_session-12", "new_session-01", "add_raddr-01")',
  ])
})

test('a call stack that a page has twice is named, with the line of the first', () => {
  expect(
    checkOnce([
      shows('docs/a.mdx', 7, 'new_session-01', 'new_session-12'),
      shows('docs/a.mdx', 9, 'new_session-12'),
    ]),
  ).toEqual(['docs/a.mdx:9: line 7 has the call stack "new_session-12" already'])
})

test('the page of an op that does not show how it is reached is named, with what it could show', () => {
  const pages = new Map([['ops/new-session.mdx', [shows('docs/ops/new-session.mdx', 9, 'add_raddr-01')]]])
  const problems = checkHomes('docs', pages, stacks)
  expect(problems).toContain(
    'docs/ops/new-session.mdx:1: no call stack of new_session (there are: new_session-01, new_session-12)',
  )
  pages.set('ops/new-session.mdx', [shows('docs/ops/new-session.mdx', 9, 'new_session-12')])
  expect(checkHomes('docs', pages, stacks)).toHaveLength(problems.length - 1)
})

test('a call stack on no page is named', () => {
  expect(checkAllShown([shows('docs/a.mdx', 7, 'new_session-01', 'add_raddr-01')], stacks)).toEqual([
    'reference/call-stacks.json:9: no page shows the call stack "new_session-12"',
  ])
})

describe('two pages in two languages', () => {
  const pair = (mine: string[], others: string[]) =>
    checkPair(
      'zh/a.mdx',
      mine.map((ids, index) => shows('zh/a.mdx', index + 5, ...ids.split(' '))),
      'en/a.mdx',
      others.map((ids, index) => shows('en/a.mdx', index + 5, ...ids.split(' '))),
    )

  test('may show the same call stacks', () => {
    expect(pair(['a b', 'c'], ['a b', 'c'])).toEqual([])
  })

  test.each([
    [['a', 'b'], ['b', 'a'], 'zh/a.mdx:5 shows "a", en/a.mdx:5 shows "b"'],
    [['a b'], ['b a'], 'zh/a.mdx:5 shows "a b", en/a.mdx:5 shows "b a"'],
    [['a', 'b'], ['a'], 'zh/a.mdx:6 shows "b", en/a.mdx:1 shows no more'],
    [[], ['a'], 'zh/a.mdx:1 shows no more, en/a.mdx:5 shows "a"'],
  ])('may not show %j and %j', (mine, others, message) => {
    expect(pair(mine, others)).toEqual([`${message}: a page and its pair show the same call stacks`])
  })
})

test('the pages of this site show every call stack, each op its own, in both languages alike', () => {
  expect(checkPages('.', readCallStacks('.').stacks)).toEqual([])
})
