import type { Machine } from './machine.ts'

/** A loadable module: the functions that module_init() and module_exit() name. */
export interface KernelModule {
  /** @returns 0; or a negative error, after undoing what it has done */
  init(machine: Machine): number
  exit(machine: Machine): void
}
