import { registerNamed } from './faults.ts'
import type { Machine } from './machine.ts'
import type { InterfaceAddress, NetDevice } from './netdevice.ts'

/** The events of the notifier chains. The path manager handles the last three. */
export type NetdevEvent =
  | 'NETDEV_REGISTER'
  | 'NETDEV_UNREGISTER'
  | 'NETDEV_GOING_DOWN'
  | 'NETDEV_UP'
  | 'NETDEV_DOWN'
  | 'NETDEV_CHANGE'

/** A function on a chain: `struct notifier_block`. */
export type Notifier<Subject> = (event: NetdevEvent, subject: Subject) => void

/** The notifier chains: the registered functions, oldest first. */
export interface NotifierChains {
  /** Called when an IPv4 address is added or removed. */
  readonly inetaddr: Set<Notifier<InterfaceAddress>>
  /** Called when an IPv6 address is added or removed. */
  readonly inet6addr: Set<Notifier<InterfaceAddress>>
  /** Called when a device comes up, goes down or changes. */
  readonly netdevice: Set<Notifier<NetDevice>>
}

/** Chains without functions. */
export function createNotifierChains(): NotifierChains {
  return { inetaddr: new Set(), inet6addr: new Set(), netdevice: new Set() }
}

/** register_inetaddr_notifier() and register_inet6addr_notifier(). @returns 0 or a negative error */
export function registerAddressNotifier(
  machine: Machine,
  chain: 'inetaddr' | 'inet6addr',
  notifier: Notifier<InterfaceAddress>,
): number {
  const error = registerNamed(machine, chain)
  if (error === 0) machine.notifiers[chain].add(notifier)
  return error
}

/** unregister_inetaddr_notifier() and unregister_inet6addr_notifier() */
export function unregisterAddressNotifier(
  machine: Machine,
  chain: 'inetaddr' | 'inet6addr',
  notifier: Notifier<InterfaceAddress>,
): void {
  machine.print(`unregister ${chain}`)
  machine.notifiers[chain].delete(notifier)
}

/**
 * register_netdevice_notifier(): also calls the new notifier for every device that exists.
 *
 * @returns 0 or a negative error
 */
export function registerNetdeviceNotifier(machine: Machine, notifier: Notifier<NetDevice>): number {
  const error = registerNamed(machine, 'netdevice')
  if (error !== 0) return error
  machine.notifiers.netdevice.add(notifier)
  for (const device of allDevices(machine)) {
    notifier('NETDEV_REGISTER', device)
    if (device.up) notifier('NETDEV_UP', device)
  }
  return 0
}

/** unregister_netdevice_notifier(): also calls the notifier for every device, as if it went down and were removed. */
export function unregisterNetdeviceNotifier(machine: Machine, notifier: Notifier<NetDevice>): void {
  machine.print('unregister netdevice')
  machine.notifiers.netdevice.delete(notifier)
  for (const device of allDevices(machine)) {
    if (device.up) {
      notifier('NETDEV_GOING_DOWN', device)
      notifier('NETDEV_DOWN', device)
    }
    notifier('NETDEV_UNREGISTER', device)
  }
}

/** All devices, namespace by namespace, in order of creation. */
function* allDevices(machine: Machine): Iterable<NetDevice> {
  for (const namespace of machine.namespaces.values()) yield* namespace.devices
}
