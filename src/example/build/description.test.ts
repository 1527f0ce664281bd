import { expect, test } from 'vitest'
import { checkElements } from '../../notes/check-elements.ts'
import { findMentions } from '../../notes/element.ts'
import { exampleElement } from './description.ts'

const { names, shown = [] } = exampleElement.checks?.('src/example/build/fixtures') ?? {}
const file = 'examples/fullmesh/count.test.ts'

test('an example names a unit, or a unit and one of its tests', () => {
  expect(names?.({ of: 'counter' })).toEqual([{ what: 'example', name: 'counter', known: ['count'] }])
  expect(names?.({ of: 'count', test: 'wraps-at-255' })).toEqual([
    { what: 'example', name: 'count', known: ['count'] },
    {
      what: `test in examples/fullmesh/count.titles.json with the key`,
      name: 'wraps-at-255',
      known: ['counts-up', 'wraps-at-256'],
    },
  ])
})

test('every test is shown by some page: by itself, or with its unit', () => {
  const of = (title: string) => shown.find(({ what }) => what === `the test "${title}"`)
  expect(of('wraps-at-256')?.place).toBe(`${file}:16`)
  expect(of('wraps-at-256')?.isIn({ of: 'count' })).toBe(true)
  expect(of('wraps-at-256')?.isIn({ of: 'count', test: 'wraps-at-256' })).toBe(true)
  expect(of('wraps-at-256')?.isIn({ of: 'count', test: 'counts-up' })).toBe(false)
  expect(of('wraps-at-256')?.isIn({ of: 'other', test: 'wraps-at-256' })).toBe(false)
})

test('an example has an attribute if its page has a walkthrough of the same test', () => {
  const page = '<Walkthrough of="count" test="wraps-at-256" />'
  const walkthrough = { name: 'Walkthrough', usage: '', required: ['of', 'test'] }
  const { mentions } = findMentions([walkthrough], 'docs/a.mdx', page)
  expect(exampleElement.more?.({ of: 'count', test: 'wraps-at-256' }, mentions)).toEqual({
    'data-walked': '',
  })
  expect(exampleElement.more?.({ of: 'count', test: 'counts-up' }, mentions)).toEqual({})
  expect(exampleElement.more?.({ of: 'count' }, mentions)).toEqual({})
})

test('the examples on the pages of this site exist, and show every test and every counterpart', () => {
  expect(checkElements([exampleElement], '.')).toEqual([])
})
