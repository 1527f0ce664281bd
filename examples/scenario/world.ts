import { createMachine, type Machine } from '../kernel/machine.ts'
import type { Spent } from './budget.ts'

/** A machine, and what a scenario keeps for it. */
export interface World {
  readonly machine: Machine
  /** Commands to be carried out when a worker next offers the processor. */
  readonly reschedules: string[]
  readonly spent: Spent
}

export function createWorld(): World {
  return { machine: createMachine(), reschedules: [], spent: { lines: 0, visits: 0 } }
}
