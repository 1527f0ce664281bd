import { Invalid } from './invalid.ts'

/** The limits of a machine: far above the needs of any test, and low enough to stop an endless loop. */
export const LIMITS = {
  namespaces: 256,
  devices: 256,
  /** On all devices of the machine together. */
  addresses: 256,
  sessions: 100_000,
  /** In the list of one session. The largest full mesh of both families has 8192. */
  subflows: 10_000,
  /** In the log. */
  lines: 5_000_000,
} as const

/** The error for a limit that a running machine reached. Afterwards the machine cannot be used any more. */
export class LimitReached extends Error {}

/**
 * Checks that one more fits.
 *
 * @param existing the current number
 * @throws Invalid at the limit
 */
export function expectRoom(what: keyof typeof LIMITS, existing: number): void {
  if (existing >= LIMITS[what])
    throw new Invalid(`there are ${LIMITS[what]} ${what} already: no more fit here`)
}
