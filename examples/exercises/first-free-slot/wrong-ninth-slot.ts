// Fails with: eight-only
export function freeSlot(bits: number): number | undefined {
  for (let slot = 0; slot <= 8; slot++) {
    if ((bits & (1 << slot)) === 0) return slot
  }
  return undefined
}
