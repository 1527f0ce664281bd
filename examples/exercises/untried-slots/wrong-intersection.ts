// Fails with: tried-again
export function untriedSlots(local: number, tried: number): number {
  return local & tried
}
