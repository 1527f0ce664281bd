import { expect, test } from 'vitest'
import { createMachine, type Machine } from '../kernel/machine.ts'
import { namespaceNamed } from '../kernel/namespace.ts'
import { deviceNamed, hasAddress } from '../kernel/netdevice.ts'
import { registerAddressNotifier, registerNetdeviceNotifier } from '../kernel/notifier.ts'
import {
  addAddress,
  addDevice,
  bringDown,
  bringUp,
  notifyChange,
  removeAddress,
  setMultipath,
} from './devices.ts'
import { addNamespace, removeNamespace } from './namespaces.ts'

/** A machine that prints the calls of its notifier chains. */
function printingMachine(): Machine {
  const machine = createMachine()
  registerNetdeviceNotifier(machine, (event, { name }) => machine.print(`${event} ${name}`))
  for (const chain of ['inetaddr', 'inet6addr'] as const)
    registerAddressNotifier(machine, chain, (event, { address }) => machine.print(`${event} ${address}`))
  machine.log.length = 0
  return machine
}

test('interface indices count from 2 over all namespaces, and none is given twice', () => {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  addDevice(machine, 'eth0')
  addDevice(machine, 'blue0', { netns: 'blue' })
  removeNamespace(machine, 'blue')

  expect(addDevice(machine, 'eth1').ifindex).toBe(4)
})

test('a new device is up, MPTCP may use it, and no notifier is called', () => {
  const machine = printingMachine()

  expect(addDevice(machine, 'eth0')).toMatchObject({ up: true, noMultipath: false, backup: false })
  expect(addDevice(machine, 'eth1', { down: true, backup: true, noMultipath: true })).toMatchObject({
    up: false,
    noMultipath: true,
    backup: true,
  })
  expect(machine.log).toEqual([])
})

test('notifiers are called for up and down; the addresses stay', () => {
  const machine = printingMachine()
  const eth0 = addDevice(machine, 'eth0')
  addAddress(eth0, '10.0.1.1')

  bringDown(eth0)
  expect(hasAddress(eth0.namespace, '10.0.1.1')).toBe(true)
  bringUp(eth0)

  expect(machine.log.slice(1)).toEqual(['[0] NETDEV_DOWN eth0', '[0] NETDEV_UP eth0'])
})

test('each of the three settings of a device, on, off and backup, sends NETDEV_CHANGE', () => {
  const machine = printingMachine()
  const eth0 = addDevice(machine, 'eth0')

  setMultipath(eth0, 'backup')
  expect(eth0).toMatchObject({ noMultipath: false, backup: true })
  setMultipath(eth0, 'off')
  expect(eth0).toMatchObject({ noMultipath: true, backup: false })
  setMultipath(eth0, 'on')
  expect(eth0).toMatchObject({ noMultipath: false, backup: false })
  notifyChange(eth0)

  expect(machine.log).toEqual(Array(4).fill('[0] NETDEV_CHANGE eth0'))
})

test('an address may be on two devices, and a socket can be bound to it while one of them has it', () => {
  const machine = createMachine()
  const [eth0, eth1] = ['eth0', 'eth1'].map((name) => addDevice(machine, name)) as [never, never]
  const init = namespaceNamed(machine, 'init')
  addAddress(eth0, 'fd00:0::1')
  addAddress(eth1, 'fd00::1')

  removeAddress(eth0, 'fd00::1')
  expect(hasAddress(init, 'fd00::1')).toBe(true)
  removeAddress(eth1, 'fd00::1')
  expect(hasAddress(init, 'fd00::1')).toBe(false)
})

test('an address is in the list before NETDEV_UP, and not in the list at NETDEV_DOWN', () => {
  const machine = createMachine()
  const eth0 = addDevice(machine, 'eth0')
  const there: boolean[] = []
  registerAddressNotifier(machine, 'inetaddr', () => there.push(hasAddress(eth0.namespace, '10.0.1.1')))

  addAddress(eth0, '10.0.1.1')
  removeAddress(eth0, '10.0.1.1')

  expect(there).toEqual([true, false])
})

test('an address of another namespace is none here', () => {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  addAddress(addDevice(machine, 'blue0', { netns: 'blue' }), '10.0.1.1')

  expect(hasAddress(namespaceNamed(machine, 'init'), '10.0.1.1')).toBe(false)
})

test('an invalid request is refused, and the error lists what exists', () => {
  const machine = printingMachine()
  const eth0 = addDevice(machine, 'eth0')
  addAddress(eth0, '10.0.1.1')
  machine.log.length = 0

  const refused: [() => unknown, string][] = [
    [() => deviceNamed(machine, 'eth9'), 'no device "eth9" (devices: eth0)'],
    [() => addDevice(machine, 'eth0'), 'there is a device "eth0" already'],
    [() => addDevice(machine, 'eth1', { netns: 'red' }), 'no namespace "red" (namespaces: init)'],
    [() => bringUp(eth0), 'the device "eth0" is up already'],
    [() => addAddress(eth0, '10.0.1.1'), 'the device "eth0" has the address 10.0.1.1 already'],
    [() => addAddress(eth0, '10.0.1'), '"10.0.1" is not an IPv4 or IPv6 address'],
    [
      () => addAddress(eth0, '::ffff:a00:101'),
      '::ffff:10.0.1.1 is no address of a device: expected 10.0.1.1',
    ],
    [() => removeAddress(eth0, '10.0.9.9'), 'no address "10.0.9.9" (addresses of eth0: 10.0.1.1)'],
    [() => removeAddress(eth0, 'eth0'), '"eth0" is not an IPv4 or IPv6 address'],
  ]
  for (const [act, message] of refused) expect(act).toThrow(message)

  expect(machine.log).toEqual([])
  expect(machine.devices.size).toBe(1)
  expect(eth0.addresses.v4).toHaveLength(1)
})

test('a device that goes with its namespace leaves its name to others', () => {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  addDevice(machine, 'eth0', { netns: 'blue' })

  removeNamespace(machine, 'blue')

  expect(addDevice(machine, 'eth0').namespace.name).toBe('init')
})
