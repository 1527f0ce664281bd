import type { Family } from './inet.ts'

/** A pure ACK, a segment with data, or a probe: a computation of the size of the options, without sending. */
export type Segment = 'ack' | 'data' | 'probe'

/** MPTCP version 0 (RFC 6824), or this tree's early draft of version 1. */
export type Version = 0 | 1

/** MAX_TCP_OPTION_SPACE, in bytes. */
export const OPTION_SPACE = 40

/** The lengths of options in a TCP header, in bytes, padded to a multiple of 4. */
export const LENGTH = {
  timestamps: 12,
  /** MP_JOIN on the third segment of the handshake, an ACK. */
  joinAck: 24,
  /** DSS with a DATA_ACK alone, or with a mapping too. */
  dss: { ack: 8, mapping: 20 },
  /** ADD_ADDR, by family and version: version 1 adds a truncated HMAC of eight bytes. */
  addAddr: { v4: [8, 16], v6: [20, 28] },
  prio: 4,
} as const satisfies { addAddr: Record<Family, readonly [number, number]>; [option: string]: unknown }

/** The length of a REMOVE_ADDR, in bytes, padded to a multiple of 4. @param ids the number of its ids, 1 to 16 */
export function removeAddrLength(ids: number): number {
  return (3 + ids + 3) & ~3
}

/** The options of one segment while it is being built: `struct tcp_out_options`. */
export interface OutgoingOptions {
  /** Bytes of all options added so far, including those before MPTCP's. */
  size: number
  join?: true
  dss?: true
  addAddr?: { id: number; address: string }
  /** REMOVE_ADDR: bit `n` stands for the address id `n`. */
  removeAddrs?: number
  /** MP_PRIO, with its backup flag. */
  prio?: boolean
}

/** Whether `length` more bytes fit. Quirk: C compares unsigned numbers, so beyond 40 bytes everything fits. */
export function fits(options: OutgoingOptions, length: number): boolean {
  return (OPTION_SPACE - options.size) >>> 0 >= length
}

/** The options in the form of the log: `DSS ADD_ADDR(3,10.0.2.1) size=28`. */
export function formatOptions(options: OutgoingOptions): string {
  let text = ''
  if (options.join) text += 'MP_JOIN '
  if (options.dss) text += 'DSS '
  if (options.addAddr) text += `ADD_ADDR(${options.addAddr.id},${options.addAddr.address}) `
  if (options.removeAddrs) text += `REMOVE_ADDR(${idsIn(options.removeAddrs).join(',')}) `
  if (options.prio !== undefined) text += `MP_PRIO(${Number(options.prio)}) `
  return `${text}size=${options.size}`
}

/** The address ids whose bits are set, ascending. */
export function idsIn(bits: number): number[] {
  const ids: number[] = []
  for (let id = 0; bits >> id; id++) if ((bits >> id) & 1) ids.push(id)
  return ids
}
