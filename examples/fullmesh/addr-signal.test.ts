import { expect, test } from 'vitest'
import {
  addAddress,
  bringDown,
  bringUp,
  removeAddress,
  setMultipath,
} from '../host/devices.ts'
import { receiveJoin } from '../host/peer.ts'
import { connect } from '../host/sessions.ts'
import { fail } from '../host/subflows.ts'
import { advance } from '../host/time.ts'
import { transmit } from '../host/transmit.ts'
import type { Machine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import type { Session } from '../kernel/session.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { boot } from './boot.ts'
import { type Server, sessionWithoutSubflow } from './setups.ts'
import { fullmeshGetPriv } from './structures.ts'

/** The peer of s1 joins again, to 10.0.1.1. Returns the new subflow. */
function rejoin(s1: Session): Subflow {
  const joined = receiveJoin(s1, '10.0.1.1', '10.9.1.1:4001', 0) as Subflow
  s1.machine.log.length = 0
  return joined
}

/**
 * s1 had no subflow when 10.0.2.1 was added, so its ADD_ADDR is pending.
 * The peer has joined again since; the new subflow, s1/1, has sent nothing.
 */
function waitingAnnouncement(
  version: 0 | 1 = 0,
): Server & { subflow: Subflow } {
  const { machine, s1 } = sessionWithoutSubflow(['10.0.1.1'], { version })
  addAddress(deviceNamed(machine, 'eth0'), '10.0.2.1')
  advance(machine, 500)
  return { machine, s1, subflow: rejoin(s1) }
}

/** Adds and removes 10.0.2.1 repeatedly; 500 ms pass after each change. */
function flap(machine: Machine, times: number): void {
  const eth0 = deviceNamed(machine, 'eth0')
  for (let i = 0; i < times; i++) {
    addAddress(eth0, '10.0.2.1')
    advance(machine, 500)
    removeAddress(eth0, '10.0.2.1')
    advance(machine, 500)
  }
}

test('version 0: ADD_ADDR for IPv4 is added to any segment that has 8 bytes left', () => {
  const { machine, s1, subflow } = waitingAnnouncement()

  transmit(subflow, 'data', 16) // 16 + 20 for the DSS = 36: 4 bytes left
  transmit(subflow, 'data', 12) // 12 + 20 + 8 = 40
  transmit(subflow, 'ack')

  expect(machine.log).toEqual([
    '[1000] tx s1/1: DSS size=36',
    '[1000] tx s1/1: DSS ADD_ADDR(3,10.0.2.1) size=40',
    '[1000] tx s1/1: DSS size=20',
  ])
  expect(fullmeshGetPriv(s1)).toMatchObject({
    addAddr: 0,
    announced: { v4: 0b110 },
  })
})

test('version 1: only pure ACKs carry ADD_ADDR; 16 bytes for IPv4, 8 of them a truncated HMAC', () => {
  const { machine, subflow } = waitingAnnouncement(1)

  transmit(subflow, 'data')
  transmit(subflow, 'ack')

  expect(machine.log).toEqual([
    '[1000] tx s1/1: DSS size=32',
    '[1000] tx s1/1: DSS ADD_ADDR(3,10.0.2.1) size=36',
  ])
})

test('a call without a segment computes the length of the options and changes nothing that is pending', () => {
  const { machine, s1, subflow } = waitingAnnouncement()

  transmit(subflow, 'probe')
  transmit(subflow, 'ack')

  expect(machine.log).toEqual([
    '[1000] probe s1/1: DSS ADD_ADDR(3,10.0.2.1) size=40',
    '[1000] tx s1/1: DSS ADD_ADDR(3,10.0.2.1) size=28',
  ])
  expect(s1.addrSignal).toBe(false)
})

test('each ACK announces one address: first all IPv4 addresses, then the IPv6 addresses', () => {
  const machine = boot({
    eth0: ['fd00:1::1', '10.0.1.1'],
    wlan0: ['fd00:2::1', '10.0.2.1'],
  })

  connect(machine, 'c1', '[fd00:1::1]:4000', '[fd00:9::1]:80')

  expect(machine.log.slice(1)).toEqual([
    '[500] ack c1/0: DSS ADD_ADDR(2,10.0.1.1) size=28',
    '[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] ack c1/0: DSS ADD_ADDR(9,fd00:2::1) size=40',
  ])
})

test('quirk: in version 1, an ACK with an IPv6 ADD_ADDR has no DSS', () => {
  const machine = boot({ eth0: ['fd00:1::1'], wlan0: ['fd00:2::1'] })

  connect(machine, 'c1', '[fd00:1::1]:4000', '[fd00:9::1]:80', {
    version: 1,
  })

  expect(machine.log.at(-1)).toBe(
    '[500] ack c1/0: ADD_ADDR(9,fd00:2::1) size=40',
  )
})

test('if no address is left to announce, the next segment uses up the request', () => {
  const { machine, s1 } = sessionWithoutSubflow()
  const eth0 = deviceNamed(machine, 'eth0')
  bringDown(eth0)
  setMultipath(eth0, 'backup')
  bringUp(eth0) // the DEL of 10.0.1.1 in the queue becomes an ADD
  advance(machine, 500)
  const subflow = rejoin(s1)

  transmit(subflow, 'probe')
  expect(fullmeshGetPriv(s1).addAddr).toBe(1)
  transmit(subflow, 'ack')

  expect(fullmeshGetPriv(s1).addAddr).toBe(0)
  expect(machine.log.at(-1)).toBe('[1000] tx s1/1: DSS size=20')
})

test('quirk: add_addr has 8 bits, and wraps to 0 at the 256th request', () => {
  const { machine, s1 } = sessionWithoutSubflow()
  flap(machine, 255)
  expect(fullmeshGetPriv(s1).addAddr).toBe(255)

  addAddress(deviceNamed(machine, 'eth0'), '10.0.2.1')
  advance(machine, 500)
  expect(fullmeshGetPriv(s1).addAddr).toBe(0)
  transmit(rejoin(s1), 'ack')

  expect(machine.log).toEqual([
    '[256000] tx s1/1: DSS REMOVE_ADDR(1,3,4,5,6,7,8) size=32', // without 10.0.2.1
  ])
})

test('REMOVE_ADDR carries all pending ids: one id takes 4 bytes, two to five ids take 8', () => {
  const { machine, s1 } = sessionWithoutSubflow(
    [1, 2, 3, 4, 5].map((n) => `10.0.${n}.1`),
  )
  const eth0 = deviceNamed(machine, 'eth0')

  removeAddress(eth0, '10.0.2.1')
  advance(machine, 500)
  const subflow = rejoin(s1)
  transmit(subflow, 'ack')
  expect(machine.log).toEqual([
    '[1000] tx s1/1: DSS REMOVE_ADDR(3) size=24',
  ])

  fail(subflow, 'ECONNRESET')
  for (const n of [3, 4, 5]) removeAddress(eth0, `10.0.${n}.1`)
  advance(machine, 500)
  transmit(rejoin(s1), 'ack')
  expect(machine.log).toEqual([
    '[1500] tx s1/2: DSS REMOVE_ADDR(4,5,6) size=28',
  ])
  expect(fullmeshGetPriv(s1).removeAddrs).toBe(0)
})

test('quirk: without room for all pending ids, no REMOVE_ADDR is sent', () => {
  const { machine, s1 } = sessionWithoutSubflow([
    '10.0.1.1',
    '10.0.2.1',
    '10.0.3.1',
  ])
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.2.1')
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  advance(machine, 500)
  const subflow = rejoin(s1)

  transmit(subflow, 'data', 16) // 16 + 20 = 36: room for one id
  expect(fullmeshGetPriv(s1).removeAddrs).toBe(0b11000)
  expect(s1.addrSignal).toBe(true)
  transmit(subflow, 'data', 12)

  expect(machine.log).toEqual([
    '[1000] tx s1/1: DSS size=36',
    '[1000] tx s1/1: DSS REMOVE_ADDR(3,4) size=40',
  ])
})

test('quirk: one segment announces an address and withdraws another with the same id', () => {
  const { machine, s1 } = sessionWithoutSubflow(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `10.0.${n}.1`), // all slots are taken
  )

  removeAddress(deviceNamed(machine, 'eth0'), '10.0.2.1')
  addAddress(deviceNamed(machine, 'eth0'), '10.0.9.1') // gets the slot and the id
  advance(machine, 500)
  transmit(rejoin(s1), 'ack')

  expect(machine.log).toEqual([
    '[1000] tx s1/1: DSS ADD_ADDR(3,10.0.9.1) REMOVE_ADDR(3) size=32',
  ])
})

test('quirk: in version 1, the options can exceed 40 bytes', () => {
  const { machine, s1 } = sessionWithoutSubflow(
    ['10.0.1.1', '10.0.2.1', '10.0.3.1'],
    { version: 1 },
  )
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.2.1')
  removeAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  addAddress(deviceNamed(machine, 'eth0'), '10.0.4.1')
  advance(machine, 500)

  transmit(rejoin(s1), 'ack') // 12 + 16 + 8, and 8 for a DSS, which is not checked

  expect(machine.log).toEqual([
    '[1000] tx s1/1: DSS ADD_ADDR(5,10.0.4.1) REMOVE_ADDR(3,4) size=44',
  ])
})
