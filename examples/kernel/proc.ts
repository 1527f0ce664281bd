import type { Namespace } from './namespace.ts'

/**
 * proc_create_net_single(): creates a file under the namespace's /proc/net.
 *
 * @returns false if it cannot be created, which only `Faults.proc` causes
 */
export function createProcFile({ machine }: Namespace, name: string): boolean {
  const fails = machine.faults.proc
  machine.faults.proc = false
  machine.print(fails ? `proc_create ${name} failed` : `proc_create ${name}`)
  return !fails
}

/** remove_proc_entry() */
export function removeProcFile({ machine }: Namespace, name: string): void {
  machine.print(`proc_remove ${name}`)
}
