import type { Session } from './session.ts'
import type { Subflow } from './subflow.ts'

/**
 * mptcp_select_ack_sock(): the subflow on which to send an ACK that no segment asked for.
 *
 * Of those heard of within a retransmission timeout, the one with the lowest RTT; else the one heard of last.
 * The newest wins a tie. A value of 0 means "none yet" to the kernel, so a subflow that has it loses to the next.
 */
export function selectAckSock(session: Session): Subflow | undefined {
  let fastest: Subflow | undefined
  let latest: Subflow | undefined
  for (const subflow of session.subflows) {
    if (!canSendAck(subflow) || subflow.pf) continue
    if (subflow.idle < session.rto) {
      if (!fastest?.srtt || subflow.srtt < fastest.srtt) fastest = subflow
    } else if (!latest?.idle || subflow.idle < latest.idle) {
      latest = subflow
    }
  }
  return fastest ?? latest
}

/** mptcp_sk_can_send_ack(): a join that waits for the fourth ACK cannot. */
function canSendAck(subflow: Subflow): boolean {
  return subflow.state === 'ESTABLISHED' && !subflow.preEstablished
}
