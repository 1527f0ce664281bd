import { expect, test } from 'vitest'
import { valueAt } from '../recorder/diff.ts'
import { walk } from './build/test-walk.ts'
import { around, historyOf } from './history.ts'

const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
const history = historyOf(steps)

test('between two steps of its history, a value is the same', () => {
  const paths = [
    ['time'],
    ['sessions', 'c1', 'mutex'],
    ['sessions', 'c1', 'private', 'remotes', 'v4', 'slots', '0', 'bitfield'],
    ['sessions', 'c1', 'subflows', 'c1/1', 'state'],
    ['queue', 'ready'],
  ]
  for (const path of paths) {
    const changed = steps.flatMap(({ before, after }, index) =>
      JSON.stringify(valueAt(before, path)) === JSON.stringify(valueAt(after, path)) ? [] : [index],
    )
    expect(history.of(path).filter((index) => changed.includes(index))).toEqual(changed)
    expect(changed.length).toBeGreaterThan(0)
  }
})

test('an object has the history of all that is in it; a value that was never there has none', () => {
  const inner = history.of(['sessions', 'c1', 'private', 'remotes', 'v4', 'slots', '0', 'bitfield'])
  const outer = history.of(['sessions', 'c1'])
  expect(inner.every((index) => outer.includes(index))).toBe(true)
  expect(history.of(['sessions', 'c2'])).toEqual([])
})

test('the steps before and after one are found, whether it is in the list or not', () => {
  expect(around([2, 5, 9], 5)).toEqual([2, 9])
  expect(around([2, 5, 9], 6)).toEqual([5, 9])
  expect(around([2, 5, 9], 2)).toEqual([undefined, 5])
  expect(around([2, 5, 9], 20)).toEqual([9, undefined])
  expect(around([], 3)).toEqual([undefined, undefined])
})
