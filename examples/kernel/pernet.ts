import { registerNamed } from './faults.ts'
import type { Machine } from './machine.ts'
import type { Namespace } from './namespace.ts'

/** A module's operations on each namespace: `struct pernet_operations`. */
export interface PernetOperations {
  /** Sets up the module's state of a namespace. @returns 0 or a negative error */
  init(namespace: Namespace): number
  /** Removes the module's state of a namespace. */
  exit(namespace: Namespace): void
}

/**
 * register_pernet_subsys(): calls `init` for every namespace, oldest first. If it fails for one, `exit` is called for
 * those before it.
 *
 * @returns 0 or a negative error
 */
export function registerPernet(machine: Machine, operations: PernetOperations): number {
  const refused = registerNamed(machine, 'pernet')
  if (refused) return refused
  const done: Namespace[] = []
  for (const namespace of machine.namespaces.values()) {
    const error = operations.init(namespace)
    if (error !== 0) {
      for (const earlier of done) exitNamespace(earlier, operations)
      printFailure(namespace, error)
      return error
    }
    done.push(namespace)
  }
  machine.pernet.add(operations)
  return 0
}

/** unregister_pernet_subsys() */
export function unregisterPernet(machine: Machine, operations: PernetOperations): void {
  machine.pernet.delete(operations)
  for (const namespace of machine.namespaces.values()) exitNamespace(namespace, operations)
  machine.print('unregister pernet')
}

/** ops_init() for a namespace that is being made. @returns 0 or a negative error */
export function initNamespace(namespace: Namespace, operations: PernetOperations): number {
  const error = operations.init(namespace)
  if (error !== 0) printFailure(namespace, error)
  return error
}

/** Calls `exit`, and drops the module's state of the namespace. */
export function exitNamespace(namespace: Namespace, operations: PernetOperations): void {
  operations.exit(namespace)
  namespace.pathManagerState = undefined
}

function printFailure({ machine, name }: Namespace, error: number): void {
  machine.print(`pernet init ${name} = ${error}`)
}
