// Fails with: lowest-first
export function freeSlot(bits: number): number | undefined {
  for (let slot = 7; slot >= 0; slot--) {
    if ((bits & (1 << slot)) === 0) return slot
  }
  return undefined
}
