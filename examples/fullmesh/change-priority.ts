import type { Subflow } from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'

/**
 * Makes a subflow a backup, or no longer one, and tells the peer by MP_PRIO
 * on that subflow; nothing if it is so already. The C file writes this out
 * in four places (979, 991, 1414, 1458).
 */
export function changePriority(subflow: Subflow, lowPrio: boolean): void {
  if (subflow.lowPrio === lowPrio) return
  subflow.sendMpPrio = true
  subflow.lowPrio = lowPrio
  sendAck(subflow)
}
