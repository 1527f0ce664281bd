import { expect, test } from 'vitest'
import { removeAddress } from '../host/devices.ts'
import { receiveAddAddr } from '../host/peer.ts'
import { connect, establish } from '../host/sessions.ts'
import { advance, drain } from '../host/time.ts'
import { routeKey } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { fullmeshGetPriv } from './structures.ts'

test('the bits of deleted addresses are cleared: announced, tried, and waiting for a retry', () => {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'], // IPv4 slot 1, IPv6 slot 0
    wlan0: ['10.0.2.1', 'fd00:2::1'], // IPv4 slot 2, IPv6 slot 1
  })
  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -101) // ENETUNREACH
  machine.routeErrors.set(routeKey('fd00:2::1', 'fd00:9::1'), -101)
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', {
    mapped: true,
  })
  receiveAddAddr(c1, 9, 'fd00:9::1')
  establish(c1)
  drain(machine)
  const { announced, remotes } = fullmeshGetPriv(c1)
  expect(announced).toEqual({ v4: 0b110, v6: 0b11 })
  expect(remotes.v4.slots[0]).toMatchObject({
    bitfield: 0b110,
    retryBitfield: 0b100,
  })
  expect(remotes.v6.slots[0]).toMatchObject({
    bitfield: 0b11,
    retryBitfield: 0b10,
  })

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  removeAddress(deviceNamed(machine, 'wlan0'), 'fd00:2::1')
  advance(machine, 500)

  expect(announced).toEqual({ v4: 0b010, v6: 0b01 })
  expect(remotes.v4.slots[0]).toMatchObject({
    bitfield: 0b010,
    retryBitfield: 0,
  })
  expect(remotes.v6.slots[0]).toMatchObject({
    bitfield: 0b01,
    retryBitfield: 0,
  })
})
