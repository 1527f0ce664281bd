import { selectAckSock } from '../kernel/ack-socket.ts'
import { familyOf } from '../kernel/inet.ts'
import type { Namespace } from '../kernel/namespace.ts'
import { inInfiniteMapping, type Session } from '../kernel/session.ts'
import { forceClose, reinjectData } from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'
import { requestAddAddr } from './addr-signal.ts'
import { announceRemoveAddr } from './announce-remove-addr.ts'
import { changePriority } from './change-priority.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { differences } from './families.ts'
import { fullMesh } from './ops.ts'
import { type AddressEvent, fmGetNs } from './structures.ts'
import { updateAddrBitfields } from './update-addr-bitfields.ts'

/** A change of the table of a namespace: the event, and the slot it changed. */
export interface TableChange {
  event: AddressEvent
  /** The slot of the address, or, after a DEL, its former slot: 0 to 7. */
  slot: number
}

/**
 * Applies an event, after it has changed the table, to every session of
 * the namespace: the second half of `addressWorker`. Newest session first,
 * each under the spin lock of its meta socket. It does not sleep.
 *
 * @see mptcp_fullmesh.c:848 in `mptcp_address_worker`
 */
export function applyToSessions(
  net: Namespace,
  { event, slot }: TableChange,
): void {
  const { isUsedBy } = differences[familyOf(event.address)]
  for (const session of [...net.machine.tokens].reverse()) {
    if (session.namespace !== net || !isUsedBy(session)) continue
    if (inInfiniteMapping(session) || session.pathManager !== fullMesh)
      continue
    if (session.ownership.held) defer(session)
    else applyTo(session, net, event, slot)
  }
}

/**
 * Defers the event to `fullMeshReleaseSock`. Any number of events set one
 * flag and take one reference.
 */
function defer(session: Session): void {
  if (session.deferred) return
  session.deferred = true
  session.refs.socket++
}

function applyTo(
  session: Session,
  net: Namespace,
  event: AddressEvent,
  slot: number,
): void {
  switch (event.code) {
    case 'ADD':
      announceAddition(session)
      break
    case 'DEL':
      updateAddrBitfields(session, fmGetNs(net).local)
      announceRemoval(session, event.address, slot)
      break
    case 'MOD':
      announceChange(session, event)
      break
  }
}

/**
 * Requests an ADD_ADDR and sends an ACK for it; on a client, also queues
 * the worker that opens subflows. Quirk: also if the session began with the
 * address, or has announced it already (:896).
 */
function announceAddition(session: Session): void {
  requestAddAddr(session)
  const subflow = selectAckSock(session)
  if (subflow) sendAck(subflow)
  fullMeshCreateSubflows(session)
}

/**
 * Closes every subflow from the address and announces the removal of its
 * id. If there is no such subflow, announces the removal of the id of the
 * slot (:909).
 */
function announceRemoval(
  session: Session,
  address: string,
  slot: number,
): void {
  const users = session.subflows.filter(({ source }) => source === address)
  for (const subflow of users) {
    // Called first, so that the ACK is not sent on this subflow. Quirk: it
    // may be sent on the next subflow from the same address.
    reinjectData(subflow)
    announceRemoveAddr(session, subflow.localId)
    forceClose(subflow)
  }
  if (users.length === 0)
    announceRemoveAddr(
      session,
      slot + differences[familyOf(address)].firstId,
    )
}

/** Sets the new backup flag of the address on its subflows (:973). */
function announceChange(
  session: Session,
  { address, lowPrio }: AddressEvent,
): void {
  const { getsBackupFlag } = differences[familyOf(address)]
  for (const subflow of session.subflows) {
    if (getsBackupFlag(subflow, address)) changePriority(subflow, lowPrio)
  }
}
