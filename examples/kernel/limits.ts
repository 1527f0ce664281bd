import { Invalid } from './invalid.ts'

/** How much a machine can have: far more than any test needs, and little enough to stop a loop without end. */
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

/** A limit was reached while the machine was running. Unlike after {@link Invalid}, it cannot be used any more. */
export class LimitReached extends Error {}

/**
 * Checks that there is room for one more.
 *
 * @param existing how many there are
 * @throws Invalid if there is none
 */
export function expectRoom(what: keyof typeof LIMITS, existing: number): void {
  if (existing >= LIMITS[what])
    throw new Invalid(`there are ${LIMITS[what]} ${what} already: no more fit here`)
}
