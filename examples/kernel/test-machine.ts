import { createMachine, type Machine } from './machine.ts'
import { defaultPathManager, type PathManager, registerPathManager } from './path-manager.ts'

/** A machine for tests without `mptcp_fullmesh.c`: its path manager has only the given ops. The log is empty. */
export function machineWith(ops: Partial<PathManager> = {}): Machine {
  const machine = createMachine()
  registerPathManager(machine, { ...defaultPathManager, name: 'stand-in', ...ops })
  machine.log.length = 0
  return machine
}
