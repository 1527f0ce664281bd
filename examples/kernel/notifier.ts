import { registerNamed } from './faults.ts'
import type { Machine } from './machine.ts'
import type { InterfaceAddress, NetDevice } from './netdevice.ts'

/** What the chains tell; the path manager heeds the last three. */
export type NetdevEvent =
  | 'NETDEV_REGISTER'
  | 'NETDEV_UNREGISTER'
  | 'NETDEV_GOING_DOWN'
  | 'NETDEV_UP'
  | 'NETDEV_DOWN'
  | 'NETDEV_CHANGE'

/** Somebody who wants to be told: `struct notifier_block`. */
export type Notifier<About> = (event: NetdevEvent, about: About) => void

/** The chains a module can listen on, with those who do, oldest first. */
export interface NotifierChains {
  /** IPv4 addresses that come and go. */
  readonly inetaddr: Set<Notifier<InterfaceAddress>>
  /** IPv6 addresses that come and go. */
  readonly inet6addr: Set<Notifier<InterfaceAddress>>
  /** Devices that come up, go down or change. */
  readonly netdevice: Set<Notifier<NetDevice>>
}

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

export function unregisterAddressNotifier(
  machine: Machine,
  chain: 'inetaddr' | 'inet6addr',
  notifier: Notifier<InterfaceAddress>,
): void {
  machine.print(`unregister ${chain}`)
  machine.notifiers[chain].delete(notifier)
}

/**
 * register_netdevice_notifier(): tells the newcomer at once of every device that is there.
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

/** unregister_netdevice_notifier(): to the one who leaves, every device goes down and away. */
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

/** Namespace by namespace, in order of creation. */
function* allDevices(machine: Machine): Iterable<NetDevice> {
  for (const namespace of machine.namespaces.values()) yield* namespace.devices
}
