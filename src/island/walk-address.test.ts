import { expect, test } from 'vitest'
import { readExamples } from '../notes/examples.ts'
import { stepIn, walkId } from './walk-address.ts'

test('every test has an id of its own', () => {
  const titles = readExamples('examples').units.flatMap(({ tests }) => tests.map(({ title }) => title))
  const ids = new Set(titles.map(walkId))
  expect(ids.size).toBe(new Set(titles).size)
  for (const id of ids) expect(stepIn(`#${id}.3`)).toEqual({ id, number: 3 })
})

test.each([
  '',
  '#',
  '#when',
  '#walk-0',
  '#walk-01234567',
  '#walk-01234567.0',
  '#walk-01234567.1e9',
  '#walk-0123456g.1',
])('"%s" is the address of no step', (hash) => expect(stepIn(hash)).toBeUndefined())
