import { expect, test } from 'vitest'
import {
  addAddress,
  bringDown,
  bringUp,
  setMultipath,
} from '../host/devices.ts'
import { advance } from '../host/time.ts'
import type { Machine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { fmGetNs } from './structures.ts'

/** Advances 500 ms, so that the worker handles all queued events. */
function handleEvents(machine: Machine): void {
  advance(machine, 500)
}

/** The queued events, as `ADD 10.0.1.1`. */
function events(machine: Machine): string[] {
  return fmGetNs(deviceNamed(machine, 'eth0').namespace).events.map(
    ({ code, address }) => `${code} ${address}`,
  )
}

test('UP becomes ADD, CHANGE becomes MOD, DOWN becomes DEL, in IPv4 and in IPv6', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  setMultipath(eth0, 'backup')
  expect(events(machine)).toEqual(['MOD 10.0.1.1', 'MOD fd00:1::1'])
  handleEvents(machine)

  bringDown(eth0)
  expect(events(machine)).toEqual(['DEL 10.0.1.1', 'DEL fd00:1::1'])
  handleEvents(machine)

  bringUp(eth0)
  expect(events(machine)).toEqual(['ADD 10.0.1.1', 'ADD fd00:1::1'])
})

test('on a device with multipath off, UP and CHANGE become DEL too', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  setMultipath(eth0, 'off') // a change
  expect(events(machine)).toEqual(['DEL 10.0.1.1', 'DEL fd00:1::1'])
  handleEvents(machine)

  addAddress(eth0, '10.0.1.2')
  addAddress(eth0, 'fd00:1::2')
  expect(events(machine)).toEqual(['DEL 10.0.1.2', 'DEL fd00:1::2'])
})

test('an event has the interface index and the backup flag of its device', () => {
  const machine = boot({
    eth0: [],
    lte0: { addresses: [], backup: true },
  })
  const lte0 = deviceNamed(machine, 'lte0')

  addAddress(lte0, '10.0.2.1')

  expect(fmGetNs(lte0.namespace).events).toEqual([
    { code: 'ADD', address: '10.0.2.1', ifindex: 3, lowPrio: true },
  ])
})
