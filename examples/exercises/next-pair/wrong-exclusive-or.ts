// Fails with: no-address
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
  for (const remote of remotes) {
    const untried = bits ^ remote.bitfield
    for (let slot = 0; slot < 8; slot++) {
      if (untried & (1 << slot)) return { slot, remote }
    }
  }
  return undefined
}
