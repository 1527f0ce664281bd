import type { Machine } from './machine.ts'

/** A loadable module: the functions of module_init() and module_exit(). */
export interface KernelModule {
  /** Loads the module. @returns 0; or a negative error, after undoing its changes */
  init(machine: Machine): number
  /** Unloads the module. */
  exit(machine: Machine): void
}
