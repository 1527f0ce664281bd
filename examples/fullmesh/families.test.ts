import { expect, test } from 'vitest'
import { accept } from '../host/sessions.ts'
import { boot } from './boot.ts'
import {
  findAddress,
  noLocalAddresses,
  withAddress,
} from './local-addresses.ts'

test('the last IPv4 slot and the first IPv6 slot both have the id 8', () => {
  let local = withAddress(noLocalAddresses(), 7, {
    address: '10.0.1.1',
    lowPrio: false,
    ifindex: 2,
  })
  local = withAddress(local, 0, {
    address: 'fd00:1::1',
    lowPrio: false,
    ifindex: 2,
  })

  expect(local.v4.slots[findAddress(local, '10.0.1.1', 0) ?? -1]?.id).toBe(
    8,
  )
  expect(local.v6.slots[findAddress(local, 'fd00:1::1', 0) ?? -1]?.id).toBe(
    8,
  )
})

test('IPV6_V6ONLY excludes IPv4 from an IPv6 session, and has no effect on an IPv4 session', () => {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    wlan0: ['10.0.2.1'],
  })

  accept(machine, 's4', '10.0.1.1:80', '10.9.1.1:4000', { ipv6Only: true })
  accept(machine, 's6', '[fd00:1::1]:80', '[fd09:1::1]:4000', {
    ipv6Only: true,
  })

  expect(machine.log).toEqual([
    '[500] op new_session(s4)',
    '[500] ack s4/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] op new_session(s6)',
  ])
})
