import { expect, test } from 'vitest'
import {
  bringDown,
  bringUp,
  notifyChange,
  setMultipath,
} from '../host/devices.ts'
import { advance } from '../host/time.ts'
import type { Machine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { netdevEvent } from './netdev-notifier.ts'
import { fmGetNs } from './structures.ts'

/** The queued events, as `DEL 10.0.1.1`. */
function events(machine: Machine): string[] {
  return fmGetNs(deviceNamed(machine, 'eth0').namespace).events.map(
    ({ code, address }) => `${code} ${address}`,
  )
}

test('a device notification becomes one event for each of its addresses, IPv4 first', () => {
  const machine = boot({ eth0: ['fd00:1::1', '10.0.1.1', '10.0.1.2'] })

  bringDown(deviceNamed(machine, 'eth0'))

  expect(events(machine)).toEqual([
    'DEL 10.0.1.1',
    'DEL 10.0.1.2',
    'DEL fd00:1::1',
  ])
})

test('a device that goes up causes an ADD for each of its addresses', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')
  bringDown(eth0)
  advance(machine, 500)

  bringUp(eth0)

  expect(events(machine)).toEqual(['ADD 10.0.1.1'])
})

test('multipath off causes a DEL for each address of the device, multipath on a MOD', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  setMultipath(eth0, 'off')
  expect(events(machine)).toEqual(['DEL 10.0.1.1'])
  advance(machine, 500)

  setMultipath(eth0, 'on')
  expect(events(machine)).toEqual(['MOD 10.0.1.1'])
})

test('a pulled cable causes a MOD that changes nothing in the table', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const before = fmGetNs(deviceNamed(machine, 'eth0').namespace).local

  notifyChange(deviceNamed(machine, 'eth0'))
  advance(machine, 500)

  expect(fmGetNs(deviceNamed(machine, 'eth0').namespace).local).toBe(before)
})

test('other device notifications are ignored', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })

  netdevEvent('NETDEV_UNREGISTER', deviceNamed(machine, 'eth0'))

  expect(events(machine)).toEqual([])
})
