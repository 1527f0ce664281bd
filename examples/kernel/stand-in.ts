import { createMachine, type Machine } from './machine.ts'
import { defaultPathManager, type PathManager, registerPathManager } from './path-manager.ts'

/**
 * A machine whose path manager does nothing but what it is given: to look at the machine alone, without
 * `mptcp_fullmesh.c`. The log is empty.
 */
export function machineWith(ops: Partial<PathManager> = {}): Machine {
  const machine = createMachine()
  registerPathManager(machine, { ...defaultPathManager, name: 'stand-in', ...ops })
  machine.log.length = 0
  return machine
}
