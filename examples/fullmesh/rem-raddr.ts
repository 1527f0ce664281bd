import { FAMILIES, type Family } from '../kernel/inet.ts'
import type { Session } from '../kernel/session.ts'
import { slotsIn, withoutSlot } from './bitfield.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * Removes an address that the peer withdrew. The option has an id and no
 * address family, so the entry with this id is removed in both families.
 *
 * Runs for each id of a REMOVE_ADDR, normally in softirq, under the lock of
 * the meta socket. It does not sleep. The caller closes the subflows that
 * have this id.
 *
 * @param id 0 to 255
 * @see mptcp_fullmesh.c:1683 `full_mesh_rem_raddr`
 */
export function fullMeshRemRaddr(session: Session, id: number): void {
  for (const family of FAMILIES) remRaddress(session, family, id)
}

/**
 * Removes the first entry with this id: its slot is free, its content stays.
 *
 * @see mptcp_fullmesh.c:255 `mptcp_v4_rem_raddress`, :270
 *   `mptcp_v6_rem_raddress`
 */
function remRaddress(session: Session, family: Family, id: number): void {
  const table = fullmeshGetPriv(session).remotes[family]
  const slot = slotsIn(table.bits).find(
    (taken) => table.slots[taken]?.id === id,
  )
  if (slot !== undefined) table.bits = withoutSlot(table.bits, slot)
}
