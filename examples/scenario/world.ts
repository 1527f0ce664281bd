import { createMachine, type Machine } from '../kernel/machine.ts'
import { BUDGET, type Budget, type Spent } from './budget.ts'

/** A machine, and the state of the scenario that runs on it. */
export interface World {
  readonly machine: Machine
  /** Commands to run at the next cond_resched() of a worker. */
  readonly reschedules: string[]
  readonly budget: Budget
  /** The used part of the budget. */
  readonly spent: Spent
}

/** A new machine, and a scenario that has run no command. */
export function createWorld(budget: Budget = BUDGET): World {
  return { machine: createMachine(), reschedules: [], budget, spent: { lines: 0, visits: 0 } }
}
