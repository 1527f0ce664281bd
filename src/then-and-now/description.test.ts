import { expect, test } from 'vitest'
import { checkElements } from '../notes/check-elements.ts'
import { thenAndNowElement } from './description.ts'
import { readSituations } from './situations.ts'

const { names, shown } = thenAndNowElement.checks?.('.') ?? {}

test('a situation is named by its id, and every one is on some page', () => {
  const ids = [...readSituations('.').keys()]
  expect(names?.({ of: 'a-two' })).toEqual([{ what: 'situation', name: 'a-two', known: ids }])
  expect(shown?.map(({ place }) => place)).toEqual(ids.map((id) => `reference/lab/${id}.jsonl:1`))
})

test('the pages of this site name their situations rightly, and show every one', () => {
  expect(checkElements([thenAndNowElement], '.')).toEqual([])
})
