import { errno } from './errno.ts'
import type { Machine } from './machine.ts'

/** What was ordered to go wrong. */
export interface Faults {
  /** Which of the coming allocations fails: 1 for the next; 0 for none. */
  allocation: number
  /** The next registration of each of these names fails. */
  readonly registrations: Set<string>
  /** The next proc file cannot be made. */
  proc: boolean
}

export function createFaults(): Faults {
  return { allocation: 0, registrations: new Set(), proc: false }
}

/**
 * What kzalloc() and kmemdup() answer: true for memory, false where C gets NULL. Memory runs out only when
 * {@link Faults.allocation} orders it to.
 */
export function allocate({ faults, print }: Machine): boolean {
  if (faults.allocation === 0 || --faults.allocation > 0) return true
  print('alloc failed')
  return false
}

/**
 * Registers something under a name, and says so in the log.
 *
 * @returns 0, or -ENOMEM where {@link Faults.registrations} orders a failure
 */
export function registerNamed({ faults, print }: Machine, name: string): number {
  const error = faults.registrations.delete(name) ? -errno.ENOMEM : 0
  print(error ? `register ${name} = ${error}` : `register ${name}`)
  return error
}
