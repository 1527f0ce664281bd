// Fails with: tried-and-retry
export interface Remote {
  bitfield: number
  retryBitfield: number
}

export function record(remote: Remote, slot: number, result: number) {
  if (result === -101) remote.retryBitfield |= 1 << slot
  else remote.bitfield |= 1 << slot
}
