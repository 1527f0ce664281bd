import type { Machine } from './machine.ts'

/** A loadable module: what module_init() and module_exit() name. */
export interface KernelModule {
  /** @returns 0, or a negative error after which nothing of the module is left */
  init(machine: Machine): number
  exit(machine: Machine): void
}
