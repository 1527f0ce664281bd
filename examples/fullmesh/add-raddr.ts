import type { Session } from '../kernel/session.ts'
import { addRaddr } from './remote-addresses.ts'

/**
 * The peer announced an address: learn it. Opening subflows to it is left
 * to `new_remote_address`, which follows if anything was new.
 *
 * Runs when an ADD_ADDR arrives, in softirq as a rule, under the lock of
 * the meta socket. Nothing is checked: an id of 0 rewrites what is known of
 * the initial address.
 *
 * @param port 0 if the peer named none
 * @param id   0 to 255
 * @see mptcp_fullmesh.c:1232 `full_mesh_add_raddr`
 */
export function fullMeshAddRaddr(
  session: Session,
  address: string,
  port: number,
  id: number,
): void {
  addRaddr(session, address, port, id)
}
