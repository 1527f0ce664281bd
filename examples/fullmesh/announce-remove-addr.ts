import { selectAckSock } from '../kernel/ack-socket.ts'
import type { Session } from '../kernel/session.ts'
import { sendAck } from '../kernel/tcp-output.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * Withdraws a local address id: the REMOVE_ADDR is sent with an ACK at once
 * if a subflow can send one, otherwise with the next segment.
 *
 * @param id 0 to 15
 * @see mptcp_fullmesh.c:605 `announce_remove_addr`
 */
export function announceRemoveAddr(session: Session, id: number): void {
  const subflow = selectAckSock(session)
  fullmeshGetPriv(session).removeAddrs |= 1 << id
  session.addrSignal = true
  if (subflow) sendAck(subflow)
}
