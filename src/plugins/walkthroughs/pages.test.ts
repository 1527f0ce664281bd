import { expect, test } from 'vitest'
import { findMentions } from '../examples/pages.ts'
import { readExamples } from '../examples/units.ts'
import { checkMentions, findWalks } from './pages.ts'

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

test('the pages of this site name their walks rightly, and both languages have the same', () => {
  const { walks, problems } = findWalks('.', readExamples('examples').units)
  expect(problems).toEqual([])
  expect(walks.length).toBeGreaterThan(20)
})
