import { selectAckSock } from '../kernel/ack-socket.ts'
import { familyOf } from '../kernel/inet.ts'
import type { Namespace } from '../kernel/namespace.ts'
import { inInfiniteMapping, type Session } from '../kernel/session.ts'
import { forceClose, reinjectData } from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'
import { wishForAddAddr } from './addr-signal.ts'
import { announceRemoveAddr } from './announce-remove-addr.ts'
import { changePriority } from './change-priority.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { differences } from './families.ts'
import { fullMesh } from './ops.ts'
import { type AddressEvent, fmGetNs } from './structures.ts'
import { updateAddrBitfields } from './update-addr-bitfields.ts'

/** What an event has just changed in the table of a namespace. */
export interface TableChange {
  event: AddressEvent
  /** Where the address is in the table, or was: 0 to 7. */
  slot: number
}

/**
 * Takes an event, which has just changed the table, to every session of the
 * namespace: the second half of {@link addressWorker}. Newest session
 * first, each under its spin lock.
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
    if (session.ownership.held) putOff(session)
    else applyTo(session, net, event, slot)
  }
}

/**
 * The owner will see to it when it lets go; one mark, and one reference,
 * for any number of events.
 */
function putOff(session: Session): void {
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
 * Also for an address that the session began with, or knows for other
 * reasons; and on both sides (:896).
 */
function announceAddition(session: Session): void {
  wishForAddAddr(session)
  const subflow = selectAckSock(session)
  if (subflow) sendAck(subflow)
  fullMeshCreateSubflows(session)
}

/**
 * Closes every subflow from the address, telling its id; if there is none,
 * tells the id the address would have had (:909).
 */
function announceRemoval(
  session: Session,
  address: string,
  slot: number,
): void {
  const users = session.subflows.filter(({ source }) => source === address)
  for (const subflow of users) {
    // First, so that the ACK does not go out on it. Quirk: it may go out on
    // the next one from the same address.
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

/**
 * Tells the subflows concerned that they are for backup, or no longer
 * (:973).
 */
function announceChange(
  session: Session,
  { address, lowPrio }: AddressEvent,
): void {
  const { hearsOfChange } = differences[familyOf(address)]
  for (const subflow of session.subflows) {
    if (hearsOfChange(subflow, address)) changePriority(subflow, lowPrio)
  }
}
