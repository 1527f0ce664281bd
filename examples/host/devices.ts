import { FAMILIES, familyOf, isV4Mapped, parseAddress } from '../kernel/inet.ts'
import { Invalid, unknown } from '../kernel/invalid.ts'
import { expectRoom } from '../kernel/limits.ts'
import type { Machine } from '../kernel/machine.ts'
import { namespaceNamed } from '../kernel/namespace.ts'
import { countAddresses, type InterfaceAddress, type NetDevice, SCOPE } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'

/** The options of a new device. */
export interface DeviceOptions {
  /** The name of its namespace; `init` by default. */
  netns?: string
  down?: boolean
  /** Whether MPTCP uses it only if no other device works. */
  backup?: boolean
  /** Whether MPTCP does not use it. */
  noMultipath?: boolean
}

/** Whether MPTCP uses a device; with `backup`, only if no other works. */
export type Multipath = 'on' | 'off' | 'backup'

/** Adds a device, up unless `down` is given. No notifier is called. */
export function addDevice(machine: Machine, name: string, options: DeviceOptions = {}): NetDevice {
  const namespace = namespaceNamed(machine, options.netns ?? 'init')
  if (machine.devices.has(name)) throw new Invalid(`there is a device "${name}" already`)
  expectRoom('devices', machine.devices.size)
  const device: NetDevice = {
    name,
    namespace,
    ifindex: machine.nextIfindex++,
    up: !options.down,
    noMultipath: options.noMultipath ?? false,
    backup: options.backup ?? false,
    addresses: { v4: [], v6: [] },
  }
  machine.devices.set(name, device)
  namespace.devices.push(device)
  return device
}

/** `ip link set DEVICE up` */
export function bringUp(device: NetDevice): void {
  if (device.up) throw new Invalid(`the device "${device.name}" is up already`)
  device.up = true
  callNetdeviceChain('NETDEV_UP', device)
}

/** `ip link set DEVICE down`. The device keeps its addresses. */
export function bringDown(device: NetDevice): void {
  if (!device.up) throw new Invalid(`the device "${device.name}" is down already`)
  device.up = false
  callNetdeviceChain('NETDEV_DOWN', device)
}

/** Sets whether MPTCP uses the device: `ip link set DEVICE multipath on|off|backup`. */
export function setMultipath(device: NetDevice, multipath: Multipath): void {
  device.noMultipath = multipath === 'off'
  device.backup = multipath === 'backup'
  notifyChange(device)
}

/** Sends NETDEV_CHANGE for a change that is not modelled, such as a change of the carrier. */
export function notifyChange(device: NetDevice): void {
  callNetdeviceChain('NETDEV_CHANGE', device)
}

/** Adds an address to the device, and calls the notifier chain of its family. */
export function addAddress(device: NetDevice, text: string, scope: keyof typeof SCOPE = 'global'): void {
  const address = canonical(text)
  if (isV4Mapped(address))
    throw new Invalid(`${address} is no address of a device: expected ${address.slice('::ffff:'.length)}`)
  const list = device.addresses[familyOf(address)]
  if (list.some((known) => known.address === address)) {
    throw new Invalid(`the device "${device.name}" has the address ${address} already`)
  }
  expectRoom('addresses', countAddresses(device.namespace.machine))
  const added = { address, scope: SCOPE[scope], device }
  list.push(added)
  callAddressChain('NETDEV_UP', added)
}

/** Removes an address from the device, and calls the notifier chain of its family. */
export function removeAddress(device: NetDevice, text: string): void {
  const address = canonical(text)
  const list = device.addresses[familyOf(address)]
  const at = list.findIndex((known) => known.address === address)
  const removed = list[at]
  if (!removed) throw unknown('address', address, addressesOf(device), `addresses of ${device.name}`)
  list.splice(at, 1)
  callAddressChain('NETDEV_DOWN', removed)
}

function canonical(text: string): string {
  const address = parseAddress(text)
  if (!address) throw new Invalid(`"${text}" is not an IPv4 or IPv6 address`)
  return address
}

function addressesOf(device: NetDevice): string[] {
  return FAMILIES.flatMap((family) => device.addresses[family].map(({ address }) => address))
}

function callNetdeviceChain(event: NetdevEvent, device: NetDevice): void {
  for (const notifier of device.namespace.machine.notifiers.netdevice) notifier(event, device)
}

function callAddressChain(event: NetdevEvent, changed: InterfaceAddress): void {
  const { notifiers } = changed.device.namespace.machine
  const chain = familyOf(changed.address) === 'v4' ? notifiers.inetaddr : notifiers.inet6addr
  for (const notifier of chain) notifier(event, changed)
}
