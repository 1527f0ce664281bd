const ENETUNREACH = 101

/** An address of the peer. Bit n: its pair with local slot n. */
export interface Remote {
  bitfield: number
  retryBitfield: number
}

/**
 * Sets the bits of a pair that has just been tried.
 *
 * @param result 0, or a negative error number: -ENETUNREACH or another
 */
export function record(remote: Remote, slot: number, result: number) {
  if (result === 0) remote.bitfield |= 1 << slot
  if (result === -ENETUNREACH) remote.retryBitfield |= 1 << slot
}
