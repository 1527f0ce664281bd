import { expect, test } from 'vitest'
import { addAddress, removeAddress, setMultipath } from '../host/devices.ts'
import { advance } from '../host/time.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { addPmEvent } from './address-event.ts'
import { boot } from './boot.ts'
import { type AddressEvent, fmGetNs } from './structures.ts'

/** The queue after two events for the same address. */
function merged(
  first: AddressEvent['code'],
  second: AddressEvent['code'],
): AddressEvent['code'][] {
  const { namespace } = deviceNamed(boot({ eth0: [] }), 'eth0')
  for (const code of [first, second])
    addPmEvent(namespace, {
      code,
      address: '10.0.1.1',
      ifindex: 2,
      lowPrio: false,
    })
  return fmGetNs(namespace).events.map(({ code }) => code)
}

test('of two events for the same address and device, the later one takes effect', () => {
  expect(merged('ADD', 'DEL')).toEqual(['DEL'])
  expect(merged('DEL', 'ADD')).toEqual(['ADD'])
  expect(merged('ADD', 'MOD')).toEqual(['MOD'])
  expect(merged('MOD', 'DEL')).toEqual(['DEL'])
})

test('a later DEL moves to the end of the queue; a later ADD or MOD keeps the place', () => {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.1.2'] })
  const eth0 = deviceNamed(machine, 'eth0')
  const order = () =>
    fmGetNs(eth0.namespace).events.map(
      ({ code, address }) => `${code} ${address}`,
    )
  setMultipath(eth0, 'backup')
  expect(order()).toEqual(['MOD 10.0.1.1', 'MOD 10.0.1.2'])

  removeAddress(eth0, '10.0.1.1')
  expect(order()).toEqual(['MOD 10.0.1.2', 'DEL 10.0.1.1'])

  addAddress(eth0, '10.0.1.1')
  expect(order()).toEqual(['MOD 10.0.1.2', 'ADD 10.0.1.1'])
})

test('the 500 ms count from the event that queued the work; later events do not restart the timer', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, '10.0.1.1')
  advance(machine, 400)
  addAddress(eth0, '10.0.1.2')
  advance(machine, 100)

  expect(machine.log).toEqual([
    '[500] queue address_worker(init) +500',
    '[1000] run address_worker(init)',
    '[1000] done address_worker(init)',
  ])
  expect(fmGetNs(eth0.namespace).local.v4.bits).toBe(0b110)
})

test('the same address on two devices makes two events', () => {
  const machine = boot({ eth0: [], eth1: [] })

  addAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  addAddress(deviceNamed(machine, 'eth1'), '10.0.1.1')

  expect(
    fmGetNs(deviceNamed(machine, 'eth0').namespace).events,
  ).toHaveLength(2)
})

test('a merged event has the backup flag of the later event', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  setMultipath(eth0, 'backup')
  setMultipath(eth0, 'on')

  expect(fmGetNs(eth0.namespace).events).toMatchObject([
    { code: 'MOD', lowPrio: false },
  ])
})

test('if an event cannot be allocated it is lost; a DEL also loses the event it replaces', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')
  addAddress(eth0, '10.0.1.1')

  machine.faults.allocation = 1
  removeAddress(eth0, '10.0.1.1')

  expect(fmGetNs(eth0.namespace).events).toEqual([])
})
