import { FAMILIES } from '../kernel/inet.ts'
import type { Session } from '../kernel/session.ts'
import { remRaddress } from './remote-addresses.ts'

/**
 * The peer withdrew an address: forget it. The option does not say of which
 * family, so whatever has the id goes in both.
 *
 * Runs for each id of a REMOVE_ADDR, in softirq as a rule, under the lock
 * of the meta socket; the subflows to the address are closed by the caller.
 *
 * @param id 0 to 255
 * @see mptcp_fullmesh.c:1683 `full_mesh_rem_raddr`
 */
export function fullMeshRemRaddr(session: Session, id: number): void {
  for (const family of FAMILIES) remRaddress(session, family, id)
}
