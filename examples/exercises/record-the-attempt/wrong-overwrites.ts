// Fails with: other-bits
export interface Remote {
  bitfield: number
  retryBitfield: number
}

export function record(remote: Remote, slot: number, result: number) {
  remote.bitfield = 1 << slot
  if (result === -101) remote.retryBitfield = 1 << slot
}
