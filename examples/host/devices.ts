import { FAMILIES, familyOf, isV4Mapped, parseAddress } from '../kernel/inet.ts'
import { Invalid, unknown } from '../kernel/invalid.ts'
import { expectRoom } from '../kernel/limits.ts'
import type { Machine } from '../kernel/machine.ts'
import { namespaceNamed } from '../kernel/namespace.ts'
import { countAddresses, type InterfaceAddress, type NetDevice, SCOPE } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'

/** What a device is like when it is made. */
export interface DeviceOptions {
  /** Defaults to `init`. */
  netns?: string
  down?: boolean
  backup?: boolean
  noMultipath?: boolean
}

/** What `link set DEVICE multipath` can say: use it, don't, or only when no other works. */
export type Multipath = 'on' | 'off' | 'backup'

/** Makes a device; it is up unless told otherwise, and nobody is told. */
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
  tellOfDevice('NETDEV_UP', device)
}

/** `ip link set DEVICE down`. Its addresses stay, whatever the path manager makes of it. */
export function bringDown(device: NetDevice): void {
  if (!device.up) throw new Invalid(`the device "${device.name}" is down already`)
  device.up = false
  tellOfDevice('NETDEV_DOWN', device)
}

/** Says whether MPTCP may use the device: `ip link set DEVICE multipath on|off|backup`. */
export function setMultipath(device: NetDevice, multipath: Multipath): void {
  device.noMultipath = multipath === 'off'
  device.backup = multipath === 'backup'
  change(device)
}

/** Something about the device changed that nobody here can see: its carrier, for instance. */
export function change(device: NetDevice): void {
  tellOfDevice('NETDEV_CHANGE', device)
}

/** Gives the device an address, and tells the address chain of its family. */
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
  tellOfAddress('NETDEV_UP', added)
}

/** Takes an address from the device, and tells the address chain of its family. */
export function removeAddress(device: NetDevice, text: string): void {
  const address = canonical(text)
  const list = device.addresses[familyOf(address)]
  const at = list.findIndex((known) => known.address === address)
  const removed = list[at]
  if (!removed) throw unknown('address', address, addressesOf(device), `addresses of ${device.name}`)
  list.splice(at, 1)
  tellOfAddress('NETDEV_DOWN', removed)
}

function canonical(text: string): string {
  const address = parseAddress(text)
  if (!address) throw new Invalid(`"${text}" is not an IPv4 or IPv6 address`)
  return address
}

function addressesOf(device: NetDevice): string[] {
  return FAMILIES.flatMap((family) => device.addresses[family].map(({ address }) => address))
}

function tellOfDevice(event: NetdevEvent, device: NetDevice): void {
  for (const notifier of device.namespace.machine.notifiers.netdevice) notifier(event, device)
}

function tellOfAddress(event: NetdevEvent, changed: InterfaceAddress): void {
  const { notifiers } = changed.device.namespace.machine
  const chain = familyOf(changed.address) === 'v4' ? notifiers.inetaddr : notifiers.inet6addr
  for (const notifier of chain) notifier(event, changed)
}
