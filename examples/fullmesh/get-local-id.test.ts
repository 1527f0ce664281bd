import { expect, test } from 'vitest'
import { removeAddress } from '../host/devices.ts'
import { getLocalId, receiveJoin } from '../host/peer.ts'
import { accept } from '../host/sessions.ts'
import { advance } from '../host/time.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'

test('the id of a local address is its slot plus 1 in IPv4, its slot plus 8 in IPv6', () => {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    wlan0: ['10.0.2.1', 'fd00:2::1'],
  })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')

  const ids = ['10.0.1.1', '10.0.2.1', 'fd00:1::1', 'fd00:2::1'].map(
    (address) => getLocalId(s1, address)?.id,
  )

  expect(ids).toEqual([2, 3, 8, 9]) // the first IPv4 address goes to slot 1
})

test('an MP_JOIN to a known address is accepted; the subflow gets the address’s backup flag', () => {
  const machine = boot({
    eth0: ['10.0.1.1'],
    lte0: { addresses: ['10.0.2.1'], backup: true },
  })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')

  const joined = receiveJoin(s1, '10.0.2.1', '10.9.2.1:4001', 2)

  expect(joined).toMatchObject({
    name: 's1/1',
    localId: 3,
    remoteId: 2,
    lowPrio: true,
  })
})

test('an MP_JOIN to an unknown address is dropped without a RST', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')

  receiveJoin(s1, '10.0.7.7', '10.9.2.1:4001', 2)

  expect(s1.subflows).toHaveLength(1)
  expect(machine.log.at(-1)).toBe(
    '[500] op get_local_id(s1,10.0.7.7) = -1 low_prio=0',
  )
})

test('if one address is on two devices, the id is that of the lower slot', () => {
  const machine = boot({ eth0: ['10.0.1.1'], eth1: ['10.0.1.1'] })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')

  expect(getLocalId(s1, '10.0.1.1')?.id).toBe(2)
})

test('default path manager: any join gets id 0; its subflow remains if the address is removed', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  // 10.0.7.7 is not in the table: s1 gets the default path manager.
  const s1 = accept(machine, 's1', '10.0.7.7:80', '10.9.1.1:4000')

  receiveJoin(s1, '10.0.2.1', '10.9.2.1:4001', 2)
  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 500)

  expect(machine.log).toContain('[500] fallback s1 to default')
  expect(s1.subflows.map(({ name, localId }) => [name, localId])).toEqual([
    ['s1/1', 0],
    ['s1/0', 0],
  ])
})
