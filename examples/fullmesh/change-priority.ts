import type { Subflow } from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'

/**
 * Sets the backup flag of a subflow, and sends an MP_PRIO on that subflow.
 * If the flag has this value already, nothing is sent. The C file
 * repeats this code four times: :983 and :994 in `mptcp_address_worker`,
 * :1414 and :1458 in `full_mesh_release_sock`.
 */
export function changePriority(subflow: Subflow, lowPrio: boolean): void {
  if (subflow.lowPrio === lowPrio) return
  subflow.sendMpPrio = true
  subflow.lowPrio = lowPrio
  sendAck(subflow)
}
