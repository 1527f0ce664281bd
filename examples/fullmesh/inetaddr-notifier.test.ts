import { expect, test } from 'vitest'
import { addAddress, addDevice, removeAddress } from '../host/devices.ts'
import { advance } from '../host/time.ts'
import { createMachine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { pmInetaddrEvent } from './inetaddr-notifier.ts'
import { fmGetNs } from './structures.ts'

test('a new IPv4 address becomes an ADD event; the worker is queued with a delay of 500 ms', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, '10.0.1.1')

  expect(fmGetNs(eth0.namespace).events).toEqual([
    { code: 'ADD', address: '10.0.1.1', ifindex: 2, lowPrio: false },
  ])
  expect(machine.log).toEqual(['[500] queue address_worker(init) +500'])
})

test('a removed IPv4 address becomes a DEL event', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  removeAddress(eth0, '10.0.1.1')

  expect(fmGetNs(eth0.namespace).events).toMatchObject([
    { code: 'DEL', address: '10.0.1.1' },
  ])
})

test('loopback and host-scope IPv4 addresses are ignored; link-scope addresses are not', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, '127.0.0.2')
  addAddress(eth0, '10.0.1.1', 'host')
  addAddress(eth0, '169.254.1.1', 'link')

  expect(
    fmGetNs(eth0.namespace).events.map(({ address }) => address),
  ).toEqual(['169.254.1.1'])
})

test('an address added to a device that is down or has multipath off becomes a DEL event', () => {
  const machine = boot({
    down: { addresses: [], down: true },
    off: { addresses: [], noMultipath: true },
  })

  addAddress(deviceNamed(machine, 'down'), '10.0.1.1')
  addAddress(deviceNamed(machine, 'off'), '10.0.2.1')

  expect(
    fmGetNs(deviceNamed(machine, 'off').namespace).events.map(
      ({ code }) => code,
    ),
  ).toEqual(['DEL', 'DEL'])
})

test('the event of an IPv4 address has the backup flag of its device', () => {
  const machine = boot({ lte0: { addresses: [], backup: true } })
  const lte0 = deviceNamed(machine, 'lte0')

  addAddress(lte0, '10.0.1.1')

  expect(fmGetNs(lte0.namespace).events).toMatchObject([{ lowPrio: true }])
})

test('of the IPv4 address notifications, only UP, DOWN and CHANGE are handled', () => {
  const machine = boot({ eth0: [] })
  const device = deviceNamed(machine, 'eth0')
  const { events } = fmGetNs(device.namespace)

  pmInetaddrEvent('NETDEV_REGISTER', {
    address: '10.0.1.1',
    scope: 0,
    device,
  })
  pmInetaddrEvent('NETDEV_GOING_DOWN', {
    address: '10.0.1.1',
    scope: 0,
    device,
  })
  expect(events).toHaveLength(0)

  pmInetaddrEvent('NETDEV_CHANGE', {
    address: '10.0.1.1',
    scope: 0,
    device,
  })
  expect(events).toMatchObject([{ code: 'MOD' }])
})

test('without the module, address changes cause no events', () => {
  const machine = createMachine()
  const eth0 = addDevice(machine, 'eth0')

  addAddress(eth0, '10.0.1.1')
  advance(machine, 1000)

  expect(machine.log).toEqual([])
})
