import { unknown } from './invalid.ts'
import type { Machine } from './machine.ts'
import type { NetDevice } from './netdevice.ts'

/** A network namespace: `struct net`. */
export interface Namespace {
  readonly machine: Machine
  readonly name: string
  /** In order of creation. */
  readonly devices: NetDevice[]
  /** The path manager's state of this namespace: C's `net->mptcp.path_managers[]`. */
  pathManagerState: object | undefined
  /** The number of sessions that were ever made in it. */
  sessions: number
}

/** Makes a namespace, without a call of the registered pernet operations. */
export function createNamespace(machine: Machine, name: string): Namespace {
  const namespace = { machine, name, devices: [], pathManagerState: undefined, sessions: 0 }
  machine.namespaces.set(name, namespace)
  return namespace
}

/** The namespace with this name. @throws Invalid if there is none */
export function namespaceNamed(machine: Machine, name: string): Namespace {
  const namespace = machine.namespaces.get(name)
  if (!namespace) throw unknown('namespace', name, machine.namespaces.keys())
  return namespace
}
