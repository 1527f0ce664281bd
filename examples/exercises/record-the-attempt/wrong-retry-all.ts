// Fails with: only-no-route
export interface Remote {
  bitfield: number
  retryBitfield: number
}

export function record(remote: Remote, slot: number, result: number) {
  remote.bitfield |= 1 << slot
  if (result !== 0) remote.retryBitfield |= 1 << slot
}
