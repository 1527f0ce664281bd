import { errno } from './errno.ts'
import type { Machine } from './machine.ts'

/** Failures that a test or a scenario injects. */
export interface Faults {
  /** The number of the allocation that fails, counted from now: 1 for the next; 0 for none. */
  allocation: number
  /** The next registration of each of these names fails. */
  readonly registrations: Set<string>
  /** Whether the creation of the next proc file fails. */
  proc: boolean
}

/** Injects nothing. */
export function createFaults(): Faults {
  return { allocation: 0, registrations: new Set(), proc: false }
}

/** Replaces kzalloc() and kmemdup(): false where C gets NULL, which only {@link Faults.allocation} causes. */
export function allocate({ faults, print }: Machine): boolean {
  if (faults.allocation === 0 || --faults.allocation > 0) return true
  print('alloc failed')
  return false
}

/**
 * Prints a registration under a name.
 *
 * @returns 0, or -ENOMEM if {@link Faults.registrations} has the name
 */
export function registerNamed({ faults, print }: Machine, name: string): number {
  const error = faults.registrations.delete(name) ? -errno.ENOMEM : 0
  print(error ? `register ${name} = ${error}` : `register ${name}`)
  return error
}
