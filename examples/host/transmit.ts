import { Invalid } from '../kernel/invalid.ts'
import { LENGTH, type Segment } from '../kernel/options.ts'
import { addSent } from '../kernel/sent.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { establishedOptions } from '../kernel/tcp-output.ts'

/**
 * Sends a segment that `mptcp_fullmesh.c` did not request; for a probe, only computes the size of its options.
 *
 * @param size bytes of options before MPTCP's: at most 24 in an ACK, 20 in other segments, 12 before the fourth ACK
 * @throws Invalid if the subflow is not established, or the size is out of range
 */
export function transmit(subflow: Subflow, segment: Segment, size: number = LENGTH.timestamps): void {
  const limit = subflow.preEstablished ? 12 : segment === 'ack' ? 24 : 20
  if (subflow.state !== 'ESTABLISHED')
    throw new Invalid(`${subflow.name} is in ${subflow.state}, not in ESTABLISHED`)
  if (!(Number.isInteger(size) && size >= 0 && size <= limit))
    throw new Invalid(
      `${size} bytes of options are in use before MPTCP's: expected 0 to ${limit} for ${subflow.preEstablished ? 'a subflow that waits for the fourth ACK' : segment}`,
    )
  const options = establishedOptions(subflow, segment, size)
  addSent(subflow, segment === 'probe' ? 'probe' : 'tx', segment, size, options)
}
