import { type Family, familyOf } from './inet.ts'
import { unknown } from './invalid.ts'
import type { Machine } from './machine.ts'
import type { Namespace } from './namespace.ts'

/** Scopes of addresses: `ifa_scope`. The larger the number, the narrower the scope. */
export const SCOPE = { global: 0, link: 253, host: 254 } as const

/** An address of a device: `struct in_ifaddr` or `struct inet6_ifaddr`. */
export interface InterfaceAddress {
  readonly address: string
  /** One of {@link SCOPE}. */
  readonly scope: number
  readonly device: NetDevice
}

/** A network interface: `struct net_device`. */
export interface NetDevice {
  readonly name: string
  readonly namespace: Namespace
  /** The interface index: 2 or more, and unique. */
  readonly ifindex: number
  /** IFF_UP and IFF_RUNNING, which are always equal here. */
  up: boolean
  /** IFF_NOMULTIPATH: MPTCP does not use this device. */
  noMultipath: boolean
  /** IFF_MPBACKUP: MPTCP uses this device only if no other works. */
  backup: boolean
  /** In the order in which they were added. */
  readonly addresses: Record<Family, InterfaceAddress[]>
}

/** The device with this name. @throws Invalid if there is none */
export function deviceNamed(machine: Machine, name: string): NetDevice {
  const device = machine.devices.get(name)
  if (!device) throw unknown('device', name, machine.devices.keys())
  return device
}

/** Whether a device of this namespace has the address. */
export function hasAddress(namespace: Namespace, address: string): boolean {
  const family = familyOf(address)
  return namespace.devices.some((device) =>
    device.addresses[family].some((known) => known.address === address),
  )
}

/** The number of addresses of all devices together. */
export function countAddresses({ devices }: Machine): number {
  let count = 0
  for (const { addresses } of devices.values()) count += addresses.v4.length + addresses.v6.length
  return count
}
