import { formatOptions, type OutgoingOptions, type Segment, type Version } from './options.ts'
import type { Subflow } from './subflow.ts'

/** A segment that was sent, or the question how long the options of one would be. */
export interface Sent {
  /** When, in ms on the machine's clock. */
  readonly time: number
  /** The name of the subflow: `c1/0`. */
  readonly subflow: string
  /** The word of the log: `ack` for an ACK of sendAck(), `tx` or `probe` for a segment of transmit(). */
  readonly verb: 'ack' | 'tx' | 'probe'
  /** What was sent. A DSS has a DATA_ACK alone in an `ack`, a mapping too in `data` and in a `probe`. */
  readonly segment: Segment
  /** The MPTCP version of the session, which decides the form of ADD_ADDR. */
  readonly version: Version
  /** Bytes of options in front of MPTCP's, 0 to 24. Timestamps take 12; what fills another number is not known. */
  readonly before: number
  /** MPTCP's options with their values. `size` counts the bytes in front of them too, and may be more than 40. */
  readonly options: Readonly<OutgoingOptions>
}

/** Adds a segment to what the machine has sent, and prints its line of the log: `ack c1/0: DSS size=20`. */
export function addSent(
  subflow: Subflow,
  verb: Sent['verb'],
  segment: Segment,
  before: number,
  options: OutgoingOptions,
): void {
  const { name, session } = subflow
  const { machine, version } = session
  machine.sent.push({ time: machine.now, subflow: name, verb, segment, version, before, options })
  machine.print(`${verb} ${name}: ${formatOptions(options)}`)
}
