import { Invalid } from './invalid.ts'

/**
 * How much there can be of everything in one machine: far more than any story needs, and so little that none
 * takes for ever.
 */
export const LIMITS = {
  namespaces: 256,
  devices: 256,
  /** On all devices together. */
  addresses: 256,
  sessions: 100_000,
  /** Of one session, at one time. The fullest mesh of both families has 8192. */
  subflows: 10_000,
  /** In the log, at one time. */
  lines: 5_000_000,
} as const

/**
 * Something grew beyond its limit while the machine was at work. It stops where it is, unlike after
 * {@link Invalid}, and nothing more can be asked of it.
 */
export class LimitReached extends Error {}

/** One more is asked for: there must be room for it. @param existing how many there are */
export function expectRoom(what: keyof typeof LIMITS, existing: number): void {
  if (existing >= LIMITS[what])
    throw new Invalid(`there are ${LIMITS[what]} ${what} already: no more fit here`)
}
