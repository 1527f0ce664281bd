import { expect, test } from 'vitest'
import { findMentions } from '../../example/build/pages.ts'
import { readExamples } from '../../sandbox/build/units.ts'
import { checkMentions, checkOwed, findWalks } from './pages.ts'

const found = (page: string) => checkMentions(findMentions('docs/a.mdx', page, 'Walkthrough'))

test('a walk names its test, or its scenario', () => {
  expect(found('\n<Walkthrough of="x" />')).toEqual([
    'docs/a.mdx:2: <Walkthrough> needs test="…", the title of a test, or of="….txt", a scenario file',
  ])
  expect(found('<Walkthrough of="a/b.txt" />')).toEqual([])
  expect(found('<Walkthrough of="a/b.txt" test="y" />')).toEqual([
    'docs/a.mdx:1: a <Walkthrough> through a scenario file takes no test="…"',
  ])
  expect(() => found('<Walkthrough of={x} test="y" />')).toThrow(
    'docs/a.mdx:1: <Walkthrough> takes of="…" and test="…", as plain strings',
  )
})

test('a page has a walk once, since its steps have addresses', () => {
  expect(found('<Walkthrough of="x" test="y" />\n\n<Walkthrough of="x" test="y" />')).toEqual([
    'docs/a.mdx:3: line 1 has the walk through "y" already',
  ])
})

test('a page about an op, a question, a quirk owes its reader a walk', () => {
  const example = '<Example of="x" test="y" />'
  const walk = '<Walkthrough of="x" test="y" />'
  expect(checkOwed('docs', 'ops/x.mdx', example)).toEqual([
    'docs/ops/x.mdx:1: a page of this folder has a <Walkthrough>',
  ])
  expect(checkOwed('docs', 'ops/x.mdx', walk)).toEqual([])
  expect(checkOwed('docs', 'ops/index.mdx', '')).toEqual([])
  expect(checkOwed('docs', 'quirks/x.mdx', `## A\n\n${walk}\n\n## B\n\n${example}\n\n## C\n`)).toEqual([
    'docs/quirks/x.mdx:5: this quirk has an <Example>, and no <Walkthrough>',
  ])
})

test('the pages of this site name their walks rightly, and both languages have the same', () => {
  const { walks, problems } = findWalks('.', readExamples('examples').units)
  expect(problems).toEqual([])
  expect(walks.length).toBeGreaterThan(20)
})
