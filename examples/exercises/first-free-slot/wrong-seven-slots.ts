// Fails with: slot-seven
export function freeSlot(bits: number): number | undefined {
  for (let slot = 0; slot < 7; slot++) {
    if ((bits & (1 << slot)) === 0) return slot
  }
  return undefined
}
