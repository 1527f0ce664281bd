import { Invalid } from '../kernel/invalid.ts'
import { expectRoom } from '../kernel/limits.ts'
import type { Machine } from '../kernel/machine.ts'
import { createNamespace, namespaceNamed } from '../kernel/namespace.ts'
import { exitNamespace, initNamespace } from '../kernel/pernet.ts'

/**
 * setup_net(): adds a namespace, and calls `init` of all registered operations, oldest first.
 *
 * @returns 0; or the negative error of an `init`, after removing the namespace
 */
export function addNamespace(machine: Machine, name: string): number {
  if (machine.namespaces.has(name)) throw new Invalid(`there is a namespace "${name}" already`)
  expectRoom('namespaces', machine.namespaces.size)
  const namespace = createNamespace(machine, name)
  for (const operations of machine.pernet) {
    const error = initNamespace(namespace, operations)
    if (error === 0) continue
    machine.namespaces.delete(name)
    return error
  }
  return 0
}

/** cleanup_net(): calls `exit` of all registered operations, newest first, and removes the devices. */
export function removeNamespace(machine: Machine, name: string): void {
  const namespace = namespaceNamed(machine, name)
  if (name === 'init') throw new Invalid('the namespace "init" cannot be removed')
  if (namespace.sessions > 0) throw new Invalid(`the namespace "${name}" has sessions`)
  for (const operations of [...machine.pernet].reverse()) exitNamespace(namespace, operations)
  for (const device of namespace.devices) machine.devices.delete(device.name)
  machine.namespaces.delete(name)
}
