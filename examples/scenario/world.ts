import { createMachine, type Machine } from '../kernel/machine.ts'
import type { Spent } from './budget.ts'

/** A machine, and the state of the scenario that runs on it. */
export interface World {
  readonly machine: Machine
  /** Commands to run at the next cond_resched() of a worker. */
  readonly reschedules: string[]
  /** The used part of the budget. */
  readonly spent: Spent
}

/** A new machine, and a scenario that has run no command. */
export function createWorld(): World {
  return { machine: createMachine(), reschedules: [], spent: { lines: 0, visits: 0 } }
}
