/** An address of the peer. Bit n: local slot n has been tried with it. */
export interface Remote {
  address: string
  bitfield: number
}

export interface Pair {
  slot: number
  remote: Remote
}

/** The pair to try next. Bit n of `bits`: local slot n has an address. */
export function nextPair(
  bits: number,
  remotes: Remote[],
): Pair | undefined {
  for (const remote of remotes) {
    const untried = bits & ~remote.bitfield
    for (let slot = 0; slot < 8; slot++) {
      if (untried & (1 << slot)) return { slot, remote }
    }
  }
  return undefined
}
