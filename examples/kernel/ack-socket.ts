import type { Session } from './session.ts'
import type { Subflow } from './subflow.ts'

/**
 * mptcp_select_ack_sock(): the subflow on which to send an ACK that no segment asked for.
 *
 * Of the subflows on which a segment arrived within the retransmission timeout, it is the one with the lowest RTT. If
 * there are none, it is the subflow on which a segment arrived last. Of equal subflows, it is the newest. The kernel
 * treats a value of 0 as "not measured yet", so a subflow with 0 is replaced by the next in the list.
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

/** mptcp_sk_can_send_ack(): false for a joined subflow that waits for the fourth ACK. */
function canSendAck(subflow: Subflow): boolean {
  return subflow.state === 'ESTABLISHED' && !subflow.preEstablished
}
