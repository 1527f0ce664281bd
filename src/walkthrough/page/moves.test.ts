import { expect, test } from 'vitest'
import { walk } from '../build/test-walk.ts'
import { destination } from './moves.ts'

const steps = await walk('new-session', 'initial-address-not-announced')
const segments = steps.flatMap(({ sent }, index) =>
  sent.some(({ segment }) => segment !== 'probe') ? [index] : [],
)
const [first = 0, last = 0] = [segments[0], segments.at(-1)]
const to = (move: 'next' | 'previous' | 'over' | 'unover', from: number) =>
  destination(move, steps, from, 'segment', undefined)

test('next and previous go to the nearest step with an event of the kind', () => {
  expect(segments.length).toBeGreaterThan(1)
  expect(to('next', 0)).toBe(first)
  expect(to('next', first)).toBe(segments[1])
  expect(to('previous', steps.length - 1)).toBe(last)
})

test('where no further step has such an event, there is no destination', () => {
  expect(to('next', last)).toBeUndefined()
  expect(to('previous', first)).toBeUndefined()
})

test('over a call, the walk goes at most to its end or its beginning', () => {
  expect(to('over', steps.length - 1)).toBe(steps.length - 1)
  expect(to('unover', 0)).toBe(0)
})
