// Fails with: empty-slot
export function untriedSlots(_local: number, tried: number): number {
  return ~tried & 0xff
}
