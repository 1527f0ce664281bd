/**
 * A bitmap of one byte, as in `fullmesh_rem4.bitfield` and `loc4_bits`: a
 * set of slots in which bit `n` stands for slot `n`.
 */
export type Bitfield = number

/** The slots of every possible set, ascending. */
const SLOTS: readonly (readonly number[])[] = Array.from(
  { length: 256 },
  (_, bits) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((slot) => bits & (1 << slot)),
)

/** The slots in a set, ascending, as in mptcp_for_each_bit_set(). */
export function slotsIn(bits: Bitfield): readonly number[] {
  return SLOTS[bits & 0xff] as readonly number[]
}

/** The lowest slot in a set, or undefined in an empty one. */
export function lowestSlot(bits: Bitfield): number | undefined {
  return slotsIn(bits)[0]
}

/** The set with a slot added. @param slot 0 to 7 */
export function withSlot(bits: Bitfield, slot: number): Bitfield {
  return bits | (1 << slot)
}

/** The set with a slot removed. @param slot 0 to 7 */
export function withoutSlot(bits: Bitfield, slot: number): Bitfield {
  return bits & ~(1 << slot)
}

/**
 * The first slot that is not in the set: searches from `base` (0 to 8) to
 * 7, then from 0. Undefined if all eight are in the set.
 *
 * @see mptcp_fullmesh.c:118 `__mptcp_find_free_index`, and :139
 *   `mptcp_find_free_index` with base 0
 */
export function findFreeIndex(
  bits: Bitfield,
  base = 0,
): number | undefined {
  const free = slotsIn(~bits)
  return free.find((slot) => slot >= base) ?? free[0]
}
