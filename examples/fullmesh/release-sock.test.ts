import { expect, test } from 'vitest'
import { addAddress, removeAddress, setMultipath } from '../host/devices.ts'
import { receiveInfiniteMapping } from '../host/peer.ts'
import { accept, connect, establish, ownSock } from '../host/sessions.ts'
import { advance, drain } from '../host/time.ts'
import type { Machine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { releaseSock } from '../kernel/session-lock.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { boot } from './boot.ts'
import { type Client, twoSubflows } from './setups.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * c1 with two subflows, from 10.0.1.1 and 10.0.2.1; an application owns
 * its socket.
 */
function ownedSession(): Client {
  const client = twoSubflows()
  ownSock(client.c1)
  return client
}

/** Runs the address worker, which sets the deferred flag of an owned socket. */
function runAddressWorker(machine: Machine): void {
  advance(machine, 500)
  machine.log.length = 0
}

test('an address added while the socket is owned is announced when the socket is released', () => {
  const { machine, c1 } = ownedSession()

  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  runAddressWorker(machine)
  releaseSock(c1)

  expect(machine.log).toEqual([
    '[1000] op release_sock(c1)',
    '[1000] ack c1/1: DSS ADD_ADDR(4,10.0.3.1) size=28',
    '[1000] queue subflow_work(c1)',
  ])
})

test('any number of events while the socket is owned set one deferred flag, take one reference', () => {
  const { machine, c1 } = ownedSession()

  setMultipath(deviceNamed(machine, 'eth0'), 'backup')
  setMultipath(deviceNamed(machine, 'wlan0'), 'backup')
  advance(machine, 500)
  expect({ deferred: c1.deferred, refs: c1.refs }).toEqual({
    deferred: true,
    refs: { socket: 2, control: 1 },
  })

  releaseSock(c1)
  expect({ deferred: c1.deferred, refs: c1.refs }).toEqual({
    deferred: false,
    refs: { socket: 1, control: 1 },
  })
  expect(c1.subflows.map(({ lowPrio }) => lowPrio)).toEqual([true, true])
})

test('a subflow whose address is deleted while the socket is owned is closed, its id withdrawn', () => {
  const { machine, c1 } = ownedSession()

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  runAddressWorker(machine)
  releaseSock(c1)

  expect(machine.log).toEqual([
    '[1000] op release_sock(c1)',
    '[1000] reinject c1/1',
    '[1000] ack c1/0: DSS REMOVE_ADDR(3) size=24',
    '[1000] close c1/1',
    '[1000] queue sub_close(c1/1)',
  ])
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.bitfield).toBe(0b010)
})

test('a deferred change of the backup flag sends MP_PRIO on the subflow that it concerns', () => {
  const { machine, c1 } = ownedSession()

  setMultipath(deviceNamed(machine, 'wlan0'), 'backup')
  runAddressWorker(machine)
  releaseSock(c1)

  expect(machine.log).toEqual([
    '[1000] op release_sock(c1)',
    '[1000] ack c1/1: DSS MP_PRIO(1) size=24',
  ])
})

test('a deferred change of an IPv6 address affects an IPv6 session, but not an IPv4 session', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  const six = connect(
    machine,
    'six',
    '[fd00:1::1]:4000',
    '[fd00:9::1]:80',
    { ipv6Only: true },
  )
  const four = connect(machine, 'four', '10.0.1.1:4001', '10.9.1.1:80')
  ownSock(six)
  ownSock(four)

  addAddress(deviceNamed(machine, 'eth0'), 'fd00:2::1')
  runAddressWorker(machine)
  releaseSock(six)
  releaseSock(four)

  expect(machine.log).toEqual([
    '[1000] op release_sock(six)',
    '[1000] ack six/0: DSS ADD_ADDR(9,fd00:2::1) size=40',
  ])
})

test('quirk: the deferred removal of an address without a subflow sends no REMOVE_ADDR', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80') // announces 10.0.2.1
  ownSock(c1)

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  runAddressWorker(machine)
  releaseSock(c1)

  expect(machine.log).toEqual(['[1000] op release_sock(c1)'])
})

test('quirk: any address change while the socket is owned closes a transparent session’s subflow', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const t1 = accept(machine, 't1', '192.0.2.7:80', '10.9.1.1:4000', {
    transparent: 'eth0',
  })
  ownSock(t1)

  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1') // unrelated to 192.0.2.7
  runAddressWorker(machine)
  releaseSock(t1)

  expect(machine.log).toContain('[1000] close t1/0')
})

/** c1 on a host whose eight IPv4 slots are in use; an application owns its socket. */
function ownedSessionWithFullTable(): Client {
  const addresses = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `10.0.${n}.1`)
  const machine = boot({ eth0: addresses })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  establish(c1)
  drain(machine)
  ownSock(c1)
  return { machine, c1 }
}

test('quirk: an address that reuses a slot while the socket is owned is not announced or joined', () => {
  const { machine, c1 } = ownedSessionWithFullTable()
  const eth0 = deviceNamed(machine, 'eth0')

  removeAddress(eth0, '10.0.2.1')
  addAddress(eth0, '10.0.9.1') // gets the slot of 10.0.2.1
  runAddressWorker(machine)
  releaseSock(c1)
  drain(machine)

  expect(machine.log.join()).not.toMatch(/ADD_ADDR\(3,|join .* 10\.0\.9\.1/)
})

test('quirk: a session that falls back after its deferred flag is set loses its only subflow', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  ownSock(c1)
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  runAddressWorker(machine)

  receiveInfiniteMapping(subflowNumbered(c1, 0)) // from the backlog
  releaseSock(c1)

  expect(machine.log).toEqual([
    '[1000] op release_sock(c1)',
    '[1000] reinject c1/0',
    '[1000] close c1/0',
    '[1000] queue sub_close(c1/0)',
  ])
})

test('a session that has fallen back before the address worker runs is skipped', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveInfiniteMapping(subflowNumbered(c1, 0))
  ownSock(c1)
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  runAddressWorker(machine)

  releaseSock(c1)

  expect(machine.log).toEqual([])
})
