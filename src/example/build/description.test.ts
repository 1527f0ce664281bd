import { expect, test } from 'vitest'
import { checkElements } from '../../notes/check-elements.ts'
import { findMentions } from '../../notes/element.ts'
import { exampleElement } from './description.ts'

const { names, shown = [] } = exampleElement.checks?.('src/example/build/fixtures') ?? {}
const file = 'examples/fullmesh/count.test.ts'

test('an example names a unit, or a unit and one of its tests', () => {
  expect(names?.({ of: 'counter' })).toEqual([{ what: 'example', name: 'counter', known: ['count'] }])
  expect(names?.({ of: 'count', test: 'it warps' })).toEqual([
    { what: 'example', name: 'count', known: ['count'] },
    { what: `test in ${file}`, name: 'it warps', known: ['it counts', 'it wraps'] },
  ])
})

test('every test is shown by some page: by itself, or with its unit', () => {
  const of = (title: string) => shown.find(({ what }) => what === `the test "${title}"`)
  expect(of('it wraps')?.place).toBe(`${file}:16`)
  expect(of('it wraps')?.isIn({ of: 'count' })).toBe(true)
  expect(of('it wraps')?.isIn({ of: 'count', test: 'it wraps' })).toBe(true)
  expect(of('it wraps')?.isIn({ of: 'count', test: 'it counts' })).toBe(false)
  expect(of('it wraps')?.isIn({ of: 'other', test: 'it wraps' })).toBe(false)
})

test('an example has an attribute if its page has a walkthrough of the same test', () => {
  const page = '<Walkthrough of="count" test="it wraps" />'
  const walkthrough = { name: 'Walkthrough', usage: '', required: ['of', 'test'] }
  const { mentions } = findMentions([walkthrough], 'docs/a.mdx', page)
  expect(exampleElement.more?.({ of: 'count', test: 'it wraps' }, mentions)).toEqual({ 'data-walked': '' })
  expect(exampleElement.more?.({ of: 'count', test: 'it counts' }, mentions)).toEqual({})
  expect(exampleElement.more?.({ of: 'count' }, mentions)).toEqual({})
})

test('the examples on the pages of this site exist, and show every test and every counterpart', () => {
  expect(checkElements([exampleElement], '.')).toEqual([])
})
