import type { Errno } from '../kernel/errno.ts'
import { Invalid } from '../kernel/invalid.ts'
import { type Subflow, scheduleClose } from '../kernel/subflow.ts'

/** The SYN/ACK of a join arrived and was answered; the peer has still to acknowledge that. */
export function finishHandshake(subflow: Subflow): void {
  if (subflow.state !== 'SYN_SENT')
    throw new Invalid(`${subflow.name} is in ${subflow.state}, not in SYN_SENT`)
  subflow.state = 'ESTABLISHED'
  subflow.preEstablished = true
}

/** The fourth ACK of a join arrived. */
export function receiveFourthAck(subflow: Subflow): void {
  if (!subflow.preEstablished) throw new Invalid(`${subflow.name} does not wait for the fourth ACK of a join`)
  subflow.preEstablished = false
  subflow.fullyEstablished = true
}

/** The subflow ends with an error: a reset, or a timer that gave up. */
export function fail(subflow: Subflow, error: Errno): void {
  if (subflow.state === 'CLOSE') throw new Invalid(`${subflow.name} is in CLOSE already`)
  subflow.error = error
  subflow.state = 'CLOSE'
  subflow.session.machine.print(`error ${subflow.name} ${error}`)
  scheduleClose(subflow)
}
