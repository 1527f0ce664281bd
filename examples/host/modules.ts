import { Invalid } from '../kernel/invalid.ts'
import type { Machine } from '../kernel/machine.ts'
import type { KernelModule } from '../kernel/module.ts'

/** Loads a module. @returns the result of its init function: 0 or a negative error */
export function insmod(machine: Machine, module: KernelModule): number {
  if (machine.modules.has(module)) throw new Invalid('the module is loaded already')
  const error = module.init(machine)
  if (error === 0) machine.modules.add(module)
  machine.print(`insmod = ${error}`)
  return error
}

/** Unloads a module. @throws Invalid if it is not loaded, or there is a session */
export function rmmod(machine: Machine, module: KernelModule): void {
  if (!machine.modules.has(module)) throw new Invalid('the module is not loaded')
  if (machine.sessions.size > 0)
    throw new Invalid(`the module is in use by ${machine.sessions.size} session(s)`)
  module.exit(machine)
  machine.modules.delete(module)
  machine.print('rmmod')
}
