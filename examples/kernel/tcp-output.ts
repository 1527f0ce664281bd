import { Invalid } from './invalid.ts'
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

/**
 * mptcp_established_options(): which MPTCP options a segment gets.
 *
 * A probe leaves everything as it was, but for what `addr_signal` finds out about itself.
 *
 * @param size bytes of options that are in use already
 */
function establishedOptions(subflow: Subflow, segment: Segment, size: number): OutgoingOptions {
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
