import { selectAckSock } from '../kernel/ack-socket.ts'
import { FAMILIES } from '../kernel/inet.ts'
import type { LocalAddress } from '../kernel/init-subsockets.ts'
import type { Session } from '../kernel/session.ts'
import {
  forceClose,
  reinjectData,
  type Subflow,
} from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'
import { wishForAddAddr } from './addr-signal.ts'
import { announceRemoveAddr } from './announce-remove-addr.ts'
import { changePriority } from './change-priority.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { differences } from './families.ts'
import { findAddress } from './local-addresses.ts'
import { fmGetNs, type LocalAddresses, localsOf } from './structures.ts'
import { updateAddrBitfields } from './update-addr-bitfields.ts'

/**
 * Catches up on address events that came while a process owned the meta
 * socket.
 *
 * Runs when the owner lets go, in its context, with the spin lock held and
 * bottom halves off. What happened is not on record: the session is
 * compared with the table, and what differs is put right.
 *
 * Quirk: an address that went and was used by no subflow leaves no trace to
 * compare, so the peer is not told.
 *
 * @see mptcp_fullmesh.c:1379 `full_mesh_release_sock`
 */
export function fullMeshReleaseSock(session: Session): void {
  const { local } = fmGetNs(session.namespace)
  for (const family of FAMILIES) {
    if (!differences[family].isUsedBy(session)) continue
    for (const address of localsOf(local, family))
      catchUpOn(session, address)
  }
  closeStrays(session, local)
  updateAddrBitfields(session, local)
}

/**
 * Subflows from the address get its backup flag; an address without subflow
 * is treated as new, announced or not.
 */
function catchUpOn(
  session: Session,
  { address, lowPrio }: LocalAddress,
): void {
  let found = false
  for (const subflow of session.subflows) {
    if (subflow.source !== address) continue
    found = true
    changePriority(subflow, lowPrio)
  }
  if (found) return
  wishForAddAddr(session)
  const ackSubflow = selectAckSock(session)
  if (ackSubflow) sendAck(ackSubflow)
  fullMeshCreateSubflows(session)
}

/**
 * Closes every subflow whose address is not in the table. Quirk: that of a
 * transparent session never is.
 */
function closeStrays(session: Session, local: LocalAddresses): void {
  for (const subflow of session.subflows) {
    if (isListed(subflow, local)) continue
    reinjectData(subflow)
    announceRemoveAddr(session, subflow.localId)
    forceClose(subflow)
  }
}

function isListed({ source }: Subflow, local: LocalAddresses): boolean {
  return findAddress(local, source, 0) !== undefined
}
