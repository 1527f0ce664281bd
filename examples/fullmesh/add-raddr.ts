import { familyOf } from '../kernel/inet.ts'
import type { Session } from '../kernel/session.ts'
import { findFreeIndex, withSlot } from './bitfield.ts'
import { differences } from './families.ts'
import { fullmeshGetPriv, remotesOf } from './structures.ts'

/**
 * Stores an address that the peer announced. It opens no subflow. If the
 * table of remote addresses changed, the kernel calls `new_remote_address`
 * next.
 *
 * Runs when an ADD_ADDR arrives, normally in softirq, under the lock of the
 * meta socket. The id is not checked: an id of 0 changes the entry of the
 * initial address.
 *
 * @param port 0 if the ADD_ADDR has no port
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

/**
 * Stores an address of the peer. If an entry has the id already, the new
 * address and port replace the old ones and its bitfields stay, so local
 * addresses that were tried with the old address are not tried again. A
 * ninth address is dropped, and is not stored later either.
 *
 * @see mptcp_fullmesh.c:144 `mptcp_addv4_raddr`, :200 `mptcp_addv6_raddr`
 */
export function addRaddr(
  session: Session,
  address: string,
  port: number,
  id: number,
): void {
  const family = familyOf(address)
  const { isReplaced } = differences[family]
  for (const known of remotesOf(session, family)) {
    if (known.id !== id) continue
    if (known.address === address && known.port === port) return
    if (!isReplaced(known, address)) continue
    known.address = address
    known.port = port
    session.listReceived = true
    return
  }

  const table = fullmeshGetPriv(session).remotes[family]
  const slot = findFreeIndex(table.bits)
  if (slot === undefined) return
  table.slots[slot] = { address, port, id, bitfield: 0, retryBitfield: 0 }
  session.listReceived = true
  table.bits = withSlot(table.bits, slot)
}
