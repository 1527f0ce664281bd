import { expect, test } from 'vitest'
import {
  addAddress,
  bringDown,
  bringUp,
  removeAddress,
  setMultipath,
} from '../host/devices.ts'
import { connect } from '../host/sessions.ts'
import { advance } from '../host/time.ts'
import type { Machine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { fmSeqShow } from './proc-file.ts'
import { fmGetNs } from './structures.ts'

/**
 * The table of local addresses, as `slot, id, backup, address, interface`.
 */
function table(machine: Machine): string[] {
  return fmSeqShow(deviceNamed(machine, 'eth0').namespace).filter((line) =>
    /^\d/.test(line),
  )
}

test('the first IPv4 address gets slot 1 and id 2; the first IPv6 address slot 0 and id 8', () => {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.1.2', 'fd00:1::1'] })

  expect(table(machine)).toEqual([
    '1, 2, 0, 10.0.1.1, 2',
    '2, 3, 0, 10.0.1.2, 2',
    '0, 8, 0, fd00:0001:0000:0000:0000:0000:0000:0001, 2',
  ])
})

test('slots are allocated in rotation: a re-added address gets another id', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  removeAddress(eth0, '10.0.1.1')
  advance(machine, 500)
  expect(table(machine)).toEqual([])

  addAddress(eth0, '10.0.1.1')
  advance(machine, 500)
  expect(table(machine)).toEqual(['2, 3, 0, 10.0.1.1, 2'])
})

test('quirk: the seventh IPv4 address in a row and the first IPv6 address share id 8', () => {
  const machine = boot({
    eth0: [1, 2, 3, 4, 5, 6].map((n) => `10.0.1.${n}`),
  })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, '10.0.1.7')
  addAddress(eth0, 'fd00:1::1')
  advance(machine, 500)

  expect(
    table(machine).filter((line) => line.split(', ')[1] === '8'),
  ).toEqual([
    '7, 8, 0, 10.0.1.7, 2',
    '0, 8, 0, fd00:0001:0000:0000:0000:0000:0000:0001, 2',
  ])
})

test('quirk: a ninth address is dropped and gets no slot when one becomes free', () => {
  const addresses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `10.0.1.${n}`)
  const machine = boot({ eth0: addresses })
  expect(table(machine)).toHaveLength(8)

  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  advance(machine, 5000)

  expect(table(machine)).toHaveLength(7)
})

test('a MOD for an address that is not in the table becomes an ADD', () => {
  const machine = boot({
    eth0: { addresses: ['10.0.1.1'], noMultipath: true },
  })
  expect(table(machine)).toEqual([])

  setMultipath(deviceNamed(machine, 'eth0'), 'backup')
  advance(machine, 500)

  expect(table(machine)).toEqual(['1, 2, 1, 10.0.1.1, 2'])
})

test('a changed backup flag is stored in the slot of the address', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })

  setMultipath(deviceNamed(machine, 'eth0'), 'backup')
  advance(machine, 500)

  expect(table(machine)).toEqual(['1, 2, 1, 10.0.1.1, 2'])
})

test('quirk: a backup flag changed while the device is down reaches the table but no subflow', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  bringDown(eth0)
  setMultipath(eth0, 'backup')
  bringUp(eth0) // the DEL in the queue becomes an ADD
  advance(machine, 500)

  expect(table(machine)).toEqual(['1, 2, 1, 10.0.1.1, 2'])
  expect(c1.master?.lowPrio).toBe(false)
})

test('the published table is replaced, never changed: readers of the old one are not affected', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')
  const before = fmGetNs(eth0.namespace).local

  addAddress(eth0, '10.0.1.2')
  removeAddress(eth0, '10.0.1.1')
  advance(machine, 500)

  expect(before.v4.bits).toBe(0b010)
  expect(fmGetNs(eth0.namespace).local.v4.bits).toBe(0b100)
})

test('if the new table cannot be allocated, the event is lost', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  removeAddress(eth0, '10.0.1.1')
  machine.faults.allocation = 1
  advance(machine, 500)
  addAddress(eth0, '10.0.1.2')
  machine.faults.allocation = 1
  advance(machine, 500)

  expect(table(machine)).toEqual(['1, 2, 0, 10.0.1.1, 2'])
})

test('a DEL for an address that is not in the table is ignored', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')
  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  machine.log.length = 0

  addAddress(eth0, '10.0.1.2')
  removeAddress(eth0, '10.0.1.2') // before it is in the table
  advance(machine, 500)

  expect(machine.log.slice(1)).toEqual([
    '[1000] run address_worker(init)',
    '[1000] done address_worker(init)',
  ])
})
