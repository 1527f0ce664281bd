import type { Errno } from '../kernel/errno.ts'
import { Invalid } from '../kernel/invalid.ts'
import { type Subflow, scheduleClose } from '../kernel/subflow.ts'

/** Receives the SYN/ACK of a join. The third segment was sent; the fourth, an ACK, has not arrived yet. */
export function finishHandshake(subflow: Subflow): void {
  if (subflow.state !== 'SYN_SENT')
    throw new Invalid(`${subflow.name} is in ${subflow.state}, not in SYN_SENT`)
  subflow.state = 'ESTABLISHED'
  subflow.preEstablished = true
}

/** Receives the fourth ACK of a join. */
export function receiveFourthAck(subflow: Subflow): void {
  if (!subflow.preEstablished) throw new Invalid(`${subflow.name} does not wait for the fourth ACK of a join`)
  subflow.preEstablished = false
  subflow.fullyEstablished = true
}

/** Ends the subflow with an error, such as a reset or a timeout. */
export function fail(subflow: Subflow, error: Errno): void {
  if (subflow.state === 'CLOSE') throw new Invalid(`${subflow.name} is in CLOSE already`)
  subflow.error = error
  subflow.state = 'CLOSE'
  subflow.session.machine.print(`error ${subflow.name} ${error}`)
  scheduleClose(subflow)
}
