/**
 * Returns the local slots that can still be tried with an address of the
 * peer, as a bitmap.
 *
 * @param local bit n is set if local slot n has an address
 * @param tried bit n is set if local slot n was tried with this address of
 *   the peer; the slot may be empty meanwhile
 */
export function untriedSlots(local: number, tried: number): number {
  return local ^ tried
}
