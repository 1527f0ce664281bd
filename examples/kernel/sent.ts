import { formatOptions, type OutgoingOptions, type Segment, type Version } from './options.ts'
import type { Subflow } from './subflow.ts'

/** A segment that was sent, or a probe, which only computes the size of the options of one. */
export interface Sent {
  /** The machine's clock, in ms. */
  readonly time: number
  /** The name of the subflow: `c1/0`. */
  readonly subflow: string
  /** The verb in the log: `ack` for an ACK of sendAck(), `tx` or `probe` for a segment of transmit(). */
  readonly verb: 'ack' | 'tx' | 'probe'
  /** The kind of segment. A DSS has a DATA_ACK alone in an `ack`, and also a mapping in `data` and in a `probe`. */
  readonly segment: Segment
  /** The MPTCP version of the session, which determines the form of ADD_ADDR. */
  readonly version: Version
  /** Bytes of options before MPTCP's, 0 to 24. Timestamps take 12; the content of other sizes is not modelled. */
  readonly before: number
  /** MPTCP's options with their values. `size` includes the bytes before them, and may be more than 40. */
  readonly options: Readonly<OutgoingOptions>
}

/** Adds a segment to `machine.sent`, and prints its line of the log: `ack c1/0: DSS size=20`. */
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
