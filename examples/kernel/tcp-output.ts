import { fits, LENGTH, type OutgoingOptions, type Segment } from './options.ts'
import { addSent } from './sent.ts'
import type { Subflow } from './subflow.ts'

/** tcp_send_ack(): a pure ACK on a subflow, with timestamps. Nothing on one that is closed. */
export function sendAck(subflow: Subflow): void {
  if (subflow.state === 'CLOSE') return
  const options = establishedOptions(subflow, 'ack', LENGTH.timestamps)
  addSent(subflow, { verb: 'ack', segment: 'ack', before: LENGTH.timestamps, options })
}

/**
 * mptcp_established_options(): which MPTCP options a segment gets.
 *
 * A probe leaves everything as it was, but for what `addr_signal` finds out about itself.
 *
 * @param size bytes of options that are in use already
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
    // In this tree's version 1 an IPv6 ADD_ADDR leaves no room for anything else, and nothing else is tried.
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

/** After a fallback to plain TCP has been sent, what follows it carries no MPTCP; while it is being sent, data does not. */
function afterFallback({ session }: Subflow, segment: Segment): boolean {
  const { snd, send } = session.infiniteMapping
  return snd && (!send || segment === 'data')
}

function signalAddresses(subflow: Subflow, options: OutgoingOptions, segment: Segment): void {
  const { session } = subflow
  if (session.addrSignal) session.pathManager.addrSignal?.(subflow, options, segment)
}
