import { expect, test } from 'vitest'
import {
  findFreeIndex,
  lowestSlot,
  slotsIn,
  withoutSlot,
  withSlot,
} from './bitfield.ts'

test('the search for a free slot starts at the given slot and wraps to slot 0 once', () => {
  expect(findFreeIndex(0b0000_0000, 1)).toBe(1)
  expect(findFreeIndex(0b0000_0010, 2)).toBe(2)
  expect(findFreeIndex(0b1111_1110, 3)).toBe(0)
  expect(findFreeIndex(0b1111_1110, 8)).toBe(0) // 8: after the last slot
})

test('no free slot is found only if all eight slots are in use', () => {
  expect(findFreeIndex(0b1111_1111)).toBeUndefined()
  expect(findFreeIndex(0b1111_1111, 5)).toBeUndefined()
  expect(findFreeIndex(0b0111_1111)).toBe(7)
})

test('the slots of a set are visited in ascending order', () => {
  expect(slotsIn(0b1000_0110)).toEqual([1, 2, 7])
  expect(lowestSlot(0b1000_0100)).toBe(2)
  expect(lowestSlot(0)).toBeUndefined()
})

test('a slot is added to a set and removed from it', () => {
  expect(withSlot(0b0001, 2)).toBe(0b0101)
  expect(withoutSlot(0b0101, 2)).toBe(0b0001)
  expect(withoutSlot(0b0001, 2)).toBe(0b0001)
})
