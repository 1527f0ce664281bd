import { FAMILIES } from '../kernel/inet.ts'
import type { Session } from '../kernel/session.ts'
import {
  fullmeshGetPriv,
  type LocalAddresses,
  remotesOf,
} from './structures.ts'

/**
 * Clears the bits of all local slots that are not in use, in `announced`,
 * `bitfield` and `retryBitfield`. The next address in such a slot starts
 * without them.
 *
 * @see mptcp_fullmesh.c:618 `update_addr_bitfields`
 */
export function updateAddrBitfields(
  session: Session,
  local: LocalAddresses,
): void {
  const { announced } = fullmeshGetPriv(session)
  for (const family of FAMILIES) {
    const { bits } = local[family]
    announced[family] &= bits
    for (const remote of remotesOf(session, family)) {
      remote.bitfield &= bits
      remote.retryBitfield &= bits
    }
  }
}
