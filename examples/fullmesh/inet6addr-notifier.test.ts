import { expect, test } from 'vitest'
import { addAddress } from '../host/devices.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { inet6AddrEvent } from './inet6addr-notifier.ts'
import { fmGetNs } from './structures.ts'

test('a new IPv6 address becomes an ADD event', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, 'fd00:1::1')

  expect(fmGetNs(eth0.namespace).events).toEqual([
    { code: 'ADD', address: 'fd00:1::1', ifindex: 2, lowPrio: false },
  ])
})

test('the unspecified IPv6 address, loopback and link-local addresses are ignored', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  for (const address of ['::', '::1', 'fe80::1', 'febf::1'])
    addAddress(eth0, address)
  addAddress(eth0, 'fec0::1') // the first address after fe80::/10

  expect(
    fmGetNs(eth0.namespace).events.map(({ address }) => address),
  ).toEqual(['fec0::1'])
})

test('the scope is compared with the IPv4 constant 253, which no IPv6 scope exceeds', () => {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, 'fd00:1::1', 'link')
  addAddress(eth0, 'fd00:2::1', 'host') // in the model only

  expect(
    fmGetNs(eth0.namespace).events.map(({ address }) => address),
  ).toEqual(['fd00:1::1'])
})

test('of the IPv6 address notifications, only UP, DOWN and CHANGE are handled', () => {
  const machine = boot({ eth0: [] })
  const device = deviceNamed(machine, 'eth0')

  inet6AddrEvent('NETDEV_UNREGISTER', {
    address: 'fd00:1::1',
    scope: 0,
    device,
  })

  expect(fmGetNs(device.namespace).events).toHaveLength(0)
})
