import { Invalid, unknown } from './invalid.ts'
import { expectRoom } from './limits.ts'
import type { Machine } from './machine.ts'
import type { NetDevice } from './netdevice.ts'
import { exitNamespace, initNamespace } from './pernet.ts'

/** A network namespace: `struct net`. */
export interface Namespace {
  readonly machine: Machine
  readonly name: string
  /** In order of creation. */
  readonly devices: NetDevice[]
  /** What the path manager keeps for this namespace: C's `net->mptcp.path_managers[]`. */
  pathManagerState: object | undefined
  /** How many sessions were made in here. */
  sessions: number
}

/** Makes a namespace of which nobody knows yet. */
export function createNamespace(machine: Machine, name: string): Namespace {
  const namespace = { machine, name, devices: [], pathManagerState: undefined, sessions: 0 }
  machine.namespaces.set(name, namespace)
  return namespace
}

/**
 * setup_net(): makes a namespace and lets everybody who registered for it set up their part.
 *
 * @returns 0, or the error that made it fail; then there is no such namespace.
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

/** cleanup_net(): everybody takes their part down, and the devices are gone. */
export function removeNamespace(machine: Machine, name: string): void {
  const namespace = namespaceNamed(machine, name)
  if (name === 'init') throw new Invalid('the namespace "init" cannot be removed')
  if (namespace.sessions > 0) throw new Invalid(`the namespace "${name}" has sessions`)
  for (const operations of [...machine.pernet].reverse()) exitNamespace(namespace, operations)
  for (const device of namespace.devices) machine.devices.delete(device.name)
  machine.namespaces.delete(name)
}

export function namespaceNamed(machine: Machine, name: string): Namespace {
  const namespace = machine.namespaces.get(name)
  if (!namespace) throw unknown('namespace', name, machine.namespaces.keys())
  return namespace
}
