/**
 * Returns the lowest free slot of a table of eight, or undefined if all are
 * used.
 *
 * @param bits bit n is set if slot n is used
 */
export function freeSlot(bits: number): number | undefined {
  for (let slot = 0; slot < 8; slot++) {
    if ((bits & (1 << slot)) === 0) return slot
  }
  return undefined
}
