import { expect, test } from 'vitest'
import { addAddress, addDevice, bringDown, removeAddress } from '../host/devices.ts'
import { addNamespace } from '../host/namespaces.ts'
import { createMachine, type Machine } from './machine.ts'
import type { InterfaceAddress, NetDevice } from './netdevice.ts'
import {
  type NetdevEvent,
  registerAddressNotifier,
  registerNetdeviceNotifier,
  unregisterAddressNotifier,
  unregisterNetdeviceNotifier,
} from './notifier.ts'

/** Notifiers that record their calls. */
function listener() {
  const calls: string[] = []
  return {
    calls,
    ofDevices: (event: NetdevEvent, { name }: NetDevice) => void calls.push(`${event} ${name}`),
    ofAddresses: (event: NetdevEvent, { address }: InterfaceAddress) =>
      void calls.push(`${event} ${address}`),
  }
}

function machineWithDevices(): Machine {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  addDevice(machine, 'blue0', { netns: 'blue' })
  addDevice(machine, 'eth0')
  addDevice(machine, 'down0', { down: true })
  return machine
}

test('a notifier that is registered for devices is called for those that exist, namespace by namespace', () => {
  const { calls, ofDevices } = listener()

  registerNetdeviceNotifier(machineWithDevices(), ofDevices)

  expect(calls).toEqual([
    ...['NETDEV_REGISTER eth0', 'NETDEV_UP eth0'],
    'NETDEV_REGISTER down0',
    ...['NETDEV_REGISTER blue0', 'NETDEV_UP blue0'],
  ])
})

test('a notifier that is unregistered is called for every device, as if it went down and were removed', () => {
  const machine = machineWithDevices()
  const { calls, ofDevices } = listener()
  registerNetdeviceNotifier(machine, ofDevices)
  calls.length = 0

  unregisterNetdeviceNotifier(machine, ofDevices)

  expect(calls).toEqual([
    ...['NETDEV_GOING_DOWN eth0', 'NETDEV_DOWN eth0', 'NETDEV_UNREGISTER eth0'],
    'NETDEV_UNREGISTER down0',
    ...['NETDEV_GOING_DOWN blue0', 'NETDEV_DOWN blue0', 'NETDEV_UNREGISTER blue0'],
  ])
})

test('the two address chains tell of their own family only, and of nothing that was there before', () => {
  const machine = createMachine()
  const eth0 = addDevice(machine, 'eth0')
  addAddress(eth0, '10.0.1.1')
  const [v4, v6] = [listener(), listener()]

  registerAddressNotifier(machine, 'inetaddr', v4.ofAddresses)
  registerAddressNotifier(machine, 'inet6addr', v6.ofAddresses)
  addAddress(eth0, '10.0.1.2')
  addAddress(eth0, 'fd00:1::1')
  removeAddress(eth0, '10.0.1.1')

  expect(v4.calls).toEqual(['NETDEV_UP 10.0.1.2', 'NETDEV_DOWN 10.0.1.1'])
  expect(v6.calls).toEqual(['NETDEV_UP fd00:1::1'])
})

test('a notifier that was unregistered is not called any more', () => {
  const machine = machineWithDevices()
  const { calls, ofDevices, ofAddresses } = listener()
  registerNetdeviceNotifier(machine, ofDevices)
  registerAddressNotifier(machine, 'inetaddr', ofAddresses)

  unregisterNetdeviceNotifier(machine, ofDevices)
  unregisterAddressNotifier(machine, 'inetaddr', ofAddresses)
  calls.length = 0
  const eth1 = addDevice(machine, 'eth1')
  bringDown(eth1)
  addAddress(eth1, '10.0.1.1')

  expect(calls).toEqual([])
})

test('a registration that fails leaves no notifier on the chain', () => {
  const machine = machineWithDevices()
  const { calls, ofDevices, ofAddresses } = listener()
  machine.faults.registrations.add('netdevice').add('inet6addr')

  expect(registerNetdeviceNotifier(machine, ofDevices)).toBe(-12)
  expect(registerAddressNotifier(machine, 'inet6addr', ofAddresses)).toBe(-12)
  addAddress(addDevice(machine, 'eth1'), 'fd00::1')

  expect(calls).toEqual([])
})
