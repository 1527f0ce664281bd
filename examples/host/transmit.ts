import { Invalid } from '../kernel/invalid.ts'
import { LENGTH, type Segment } from '../kernel/options.ts'
import { addSent } from '../kernel/sent.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { establishedOptions } from '../kernel/tcp-output.ts'

/**
 * A segment is sent on a subflow for other reasons than this path manager's, or only asked how long its options
 * would be.
 *
 * @param size bytes of options that are in use before MPTCP's
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
  addSent(subflow, { verb: segment === 'probe' ? 'probe' : 'tx', segment, before: size, options })
}
