import { Invalid } from './invalid.ts'
import type { Machine } from './machine.ts'

/** A loadable module: what module_init() and module_exit() name. */
export interface KernelModule {
  /** @returns 0, or a negative error after which nothing of the module is left */
  init(machine: Machine): number
  exit(machine: Machine): void
}

/** Loads a module. @returns what its init function returned */
export function insmod(machine: Machine, module: KernelModule): number {
  if (machine.modules.has(module)) throw new Invalid('the module is loaded already')
  const error = module.init(machine)
  if (error === 0) machine.modules.add(module)
  machine.print(`insmod = ${error}`)
  return error
}

/** Unloads a module, which no session may be using. */
export function rmmod(machine: Machine, module: KernelModule): void {
  if (!machine.modules.has(module)) throw new Invalid('the module is not loaded')
  if (machine.sessions.size > 0)
    throw new Invalid(`the module is in use by ${machine.sessions.size} session(s)`)
  module.exit(machine)
  machine.modules.delete(module)
  machine.print('rmmod')
}
