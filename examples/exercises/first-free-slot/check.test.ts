import { expect, test } from 'vitest'
import { findFreeIndex } from '../../fullmesh/bitfield.ts'
import { freeSlot } from './start.ts'

test('as-the-model', () => {
  expect(freeSlot(0b0000_0101), 'lowest-first').toBe(1)
  expect(freeSlot(0b0000_0000), 'slot-zero').toBe(0)
  expect(freeSlot(0b0111_1111), 'slot-seven').toBe(7)
  expect(freeSlot(0b1111_1111), 'eight-only').toBeUndefined()
  for (let bits = 0; bits < 256; bits++)
    expect(freeSlot(bits), 'as-the-model').toBe(findFreeIndex(bits))
})
