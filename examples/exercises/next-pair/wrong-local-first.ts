// Fails with: remote-first
export interface Remote {
  address: string
  bitfield: number
}

export interface Pair {
  slot: number
  remote: Remote
}

export function nextPair(
  bits: number,
  remotes: Remote[],
): Pair | undefined {
  for (let slot = 0; slot < 8; slot++) {
    for (const remote of remotes) {
      if (bits & ~remote.bitfield & (1 << slot)) return { slot, remote }
    }
  }
  return undefined
}
