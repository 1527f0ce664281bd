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
import { requestAddAddr } from './addr-signal.ts'
import { announceRemoveAddr } from './announce-remove-addr.ts'
import { changePriority } from './change-priority.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { differences } from './families.ts'
import { findAddress } from './local-addresses.ts'
import { fmGetNs, type LocalAddresses, localsOf } from './structures.ts'
import { updateAddrBitfields } from './update-addr-bitfields.ts'

/**
 * Applies the address changes that were deferred while the meta socket was
 * owned.
 *
 * Runs when the process or worker that owns the socket releases it, in its
 * context, with the spin lock held and bottom halves disabled. It does not
 * sleep. The changes are not recorded: the session is compared with the
 * address table instead.
 *
 * Quirk: the deletion of an address without a subflow is not detected, and
 * no REMOVE_ADDR is sent.
 *
 * @see mptcp_fullmesh.c:1379 `full_mesh_release_sock`
 */
export function fullMeshReleaseSock(session: Session): void {
  const { local } = fmGetNs(session.namespace)
  for (const family of FAMILIES) {
    if (!differences[family].isUsedBy(session)) continue
    for (const address of localsOf(local, family))
      handleListedAddress(session, address)
  }
  closeUnlistedSubflows(session, local)
  updateAddrBitfields(session, local)
}

/**
 * Sets the backup flag of an address on its subflows. An address without a
 * subflow is treated as new. Quirk: even if it has been announced already.
 */
function handleListedAddress(
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
  requestAddAddr(session)
  const ackSubflow = selectAckSock(session)
  if (ackSubflow) sendAck(ackSubflow)
  fullMeshCreateSubflows(session)
}

/**
 * Closes every subflow whose local address is not in the table. Quirk: the
 * local address of a transparent session is usually not in the table.
 */
function closeUnlistedSubflows(
  session: Session,
  local: LocalAddresses,
): void {
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
