import { createMachine, type Machine } from '../kernel/machine.ts'
import type { Spent } from './budget.ts'

/** A machine, and what a scenario has up its sleeve for it. */
export interface World {
  readonly machine: Machine
  /** Commands to be carried out when a worker next offers the processor. */
  readonly reschedules: string[]
  /** A worker has just offered the processor, and such a command is being carried out. */
  inCondResched: boolean
  readonly spent: Spent
}

export function createWorld(): World {
  return { machine: createMachine(), reschedules: [], inCondResched: false, spent: { lines: 0, visits: 0 } }
}
