import type { Side } from './recording.ts'

/** The kernels that are compared: each has a ladder. */
export type Kernel = 'v095' | 'mainline'

/** Something at one height of a ladder: a segment, or an event of a host. */
export interface Item {
  /** In ms after the first SYN. */
  at: number
  /** The host that sends the segment, or that the event is of. Absent: neither of the two. */
  side?: Side
  kind: 'segment' | 'command' | 'event'
  text: string
  /** The addresses of a segment, from and to. */
  pair?: string
  /** What else is known of a segment. */
  details: string[]
  /** Address ids, which the two kernels number differently. */
  ids?: string
  /** What it is on either kernel: items with the same key are the same. Absent if it has no counterpart by its nature. */
  key?: string
  /** Words for a delay that only this kernel has. */
  delay?: string
  /** Numbers of the remarks on it, from 1. */
  notes: number[]
}

/** Addresses by id, of each host. */
export type Ids = Record<Side, Map<number, string>>

export function otherSide(side: Side): Side {
  return side === 'client' ? 'server' : 'client'
}

/** The key of a REMOVE_ADDR: the first address that it withdraws. */
export function removalKey(side: Side, ids: readonly number[], known: Ids): string {
  const [first = 0] = ids
  return `remove ${side} ${known[side].get(first) ?? first}`
}
