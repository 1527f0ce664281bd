// Fails with: initial-counts-as-announced
/**
 * Returns the state of an IPv4 session when `new_session` has returned.
 *
 * @param valid   loc4_bits: the slots that hold an address of this host
 * @param initial the slot of the address on which the session began
 */
export function afterNewSession(valid: number, initial: number) {
  return {
    bitfield: 1 << initial, // of the peer's address: the pairs that count as tried
    announced: valid & ~(1 << initial), // announced_addrs_v4
    acks: bitCount(valid) - 1, // the number of ACKs that were sent
  }
}

/** The number of bits that are set. */
function bitCount(bits: number): number {
  let count = 0
  for (let slot = 0; slot < 8; slot++) count += (bits >> slot) & 1
  return count
}
