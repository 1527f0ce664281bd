import { fits, LENGTH, type OutgoingOptions, type Segment } from './options.ts'
import { addSent } from './sent.ts'
import type { Subflow } from './subflow.ts'

/** tcp_send_ack(): sends a pure ACK with timestamps. On a closed subflow it sends nothing. */
export function sendAck(subflow: Subflow): void {
  if (subflow.state === 'CLOSE') return
  const options = establishedOptions(subflow, 'ack', LENGTH.timestamps)
  addSent(subflow, 'ack', 'ack', LENGTH.timestamps, options)
}

/**
 * mptcp_established_options(): builds the MPTCP options of a segment.
 *
 * For a probe, the only change is that the path manager recomputes `addr_signal`.
 *
 * @param size bytes of options before MPTCP's, 0 to 24
 */
export function establishedOptions(subflow: Subflow, segment: Segment, size: number): OutgoingOptions {
  const { session } = subflow
  const options: OutgoingOptions = { size }
  if (afterFallback(subflow, segment)) return options

  if (subflow.preEstablished) {
    options.join = true
    options.size += LENGTH.joinAck
  }
  if (session.version >= 1 && segment === 'ack') {
    signalAddresses(subflow, options, segment)
    // Quirk: in this tree's version 1, nothing follows an IPv6 ADD_ADDR, not even a DSS.
    if (options.addAddr?.address.includes(':')) return options
  }
  if (!subflow.preEstablished) {
    options.dss = true
    options.size += segment === 'ack' ? LENGTH.dss.ack : LENGTH.dss.mapping
  }
  if (session.version === 0) signalAddresses(subflow, options, segment)
  if (subflow.sendMpPrio && fits(options, LENGTH.prio)) {
    options.prio = subflow.lowPrio
    options.size += LENGTH.prio
    if (segment !== 'probe') subflow.sendMpPrio = false
  }
  return options
}

/** Whether a segment has no MPTCP options: all after the infinite mapping was sent, data while it is being sent. */
function afterFallback({ session }: Subflow, segment: Segment): boolean {
  const { snd, send } = session.infiniteMapping
  return snd && (!send || segment === 'data')
}

function signalAddresses(subflow: Subflow, options: OutgoingOptions, segment: Segment): void {
  const { session } = subflow
  if (session.addrSignal) session.pathManager.addrSignal?.(subflow, options, segment)
}
