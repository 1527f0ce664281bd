import { familyOf } from '../kernel/inet.ts'
import type { LocalId } from '../kernel/path-manager.ts'
import type { Session } from '../kernel/session.ts'
import { findAddress } from './local-addresses.ts'
import { fmGetNs, localAt } from './structures.ts'

/**
 * Returns the id and the backup flag of a local address that the peer
 * joins.
 *
 * Runs when a SYN with MP_JOIN arrives, in softirq, sometimes without the
 * lock of the meta socket. It does not sleep. An unknown address has no id,
 * and the SYN is dropped without an answer. The initial address has the id
 * of its slot here, not the id 0 that the peer has.
 *
 * @see mptcp_fullmesh.c:1523 `full_mesh_get_local_id`
 */
export function fullMeshGetLocalId(
  session: Session,
  address: string,
): LocalId | undefined {
  const { local } = fmGetNs(session.namespace)
  const slot = findAddress(local, address, 0)
  return slot === undefined
    ? undefined
    : localAt(local, familyOf(address), slot)
}
