import type { Subflow } from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'

/**
 * Makes a subflow a backup, or no longer one, and tells the peer by MP_PRIO
 * on that subflow; nothing if it is so already. The C file has this four
 * times: :983 and :994 in `mptcp_address_worker`, :1414 and :1458 in
 * `full_mesh_release_sock`.
 */
export function changePriority(subflow: Subflow, lowPrio: boolean): void {
  if (subflow.lowPrio === lowPrio) return
  subflow.sendMpPrio = true
  subflow.lowPrio = lowPrio
  sendAck(subflow)
}
