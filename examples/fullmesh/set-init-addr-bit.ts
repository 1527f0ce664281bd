import { familyOf } from '../kernel/inet.ts'
import type { Session } from '../kernel/session.ts'
import { withSlot } from './bitfield.ts'
import { remotesOf } from './structures.ts'

/**
 * Sets the bit of the initial pair, which then counts as tried: the bit of
 * the local slot, in the first entry with this address of the peer.
 *
 * @see mptcp_fullmesh.c:315 `mptcp_set_init_addr_bit`, :286
 *   `mptcp_v4_set_init_addr_bit`, :301 `mptcp_v6_set_init_addr_bit`
 */
export function setInitAddrBit(
  session: Session,
  address: string,
  slot: number,
): void {
  for (const remote of remotesOf(session, familyOf(address))) {
    if (remote.address !== address) continue
    remote.bitfield = withSlot(remote.bitfield, slot)
    return
  }
}
