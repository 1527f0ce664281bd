import { expect, test } from 'vitest'
import {
  findFreeIndex,
  lowestSlot,
  slotsIn,
  withoutSlot,
  withSlot,
} from './bitfield.ts'

test('the search for a free slot begins at the base, and goes round once', () => {
  expect(findFreeIndex(0b0000_0000, 1)).toBe(1)
  expect(findFreeIndex(0b0000_0010, 2)).toBe(2)
  expect(findFreeIndex(0b1111_1110, 3)).toBe(0)
  expect(findFreeIndex(0b1111_1110, 8)).toBe(0) // 8: after the last slot
})

test('there is no free slot only if all eight are taken', () => {
  expect(findFreeIndex(0b1111_1111)).toBeUndefined()
  expect(findFreeIndex(0b1111_1111, 5)).toBeUndefined()
  expect(findFreeIndex(0b0111_1111)).toBe(7)
})

test('the slots of a set are visited from the lowest up', () => {
  expect(slotsIn(0b1000_0110)).toEqual([1, 2, 7])
  expect(lowestSlot(0b1000_0100)).toBe(2)
  expect(lowestSlot(0)).toBeUndefined()
})

test('a slot is put into a set and taken out again', () => {
  expect(withSlot(0b0001, 2)).toBe(0b0101)
  expect(withoutSlot(0b0101, 2)).toBe(0b0001)
  expect(withoutSlot(0b0001, 2)).toBe(0b0001)
})
