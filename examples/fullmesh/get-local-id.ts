import { familyOf } from '../kernel/inet.ts'
import type { LocalId } from '../kernel/path-manager.ts'
import type { Session } from '../kernel/session.ts'
import { findAddress } from './local-addresses.ts'
import { fmGetNs, localAt } from './structures.ts'

/**
 * The id under which the peer may join a local address, and whether that is
 * a backup address.
 *
 * Runs when a SYN with MP_JOIN arrives, in softirq, sometimes without the
 * meta socket's lock. Unknown addresses have no id, and then the SYN
 * vanishes without an answer. The initial address has the id of its slot
 * here, not the 0 by which the peer knows it.
 *
 * @see mptcp_fullmesh.c:1523 `full_mesh_get_local_id`
 */
export function fullMeshGetLocalId(
  session: Session,
  address: string,
): LocalId | undefined {
  const { local } = fmGetNs(session.namespace)
  const slot = findAddress(local, address, 0)
  if (slot === undefined) return undefined
  return localAt(local, familyOf(address), slot)
}
