import { expect, test } from 'vitest'
import { stepIn, testWalkId, walkId } from './walk-address.ts'

test('the address of a step names the test by its key, and a scenario or a new test by a hash', () => {
  expect(stepIn(`#${testWalkId('no-route-retried')}.3`)).toEqual({ id: 'walk-no-route-retried', number: 3 })
  expect(stepIn(`#${walkId('reference/then/a.txt')}.12`)?.number).toBe(12)
  expect(walkId('a')).toBe('walk-e40c292c')
  expect(walkId('意外')).toMatch(/^walk-[0-9a-f]{8}$/)
})

test.each(['', '#', '#when', '#walk-', '#walk-a', '#walk-a.0', '#walk-a.1e9', '#walk-A.1', '#walk-a"b.1'])(
  '"%s" is the address of no step',
  (hash) => expect(stepIn(hash)).toBeUndefined(),
)
