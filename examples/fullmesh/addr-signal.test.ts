import { expect, test } from 'vitest'
import type { Machine } from '../kernel/machine.ts'
import { connect, type Session } from '../kernel/session.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { transmit } from '../kernel/tcp-output.ts'
import { wishForAddAddr } from './addr-signal.ts'
import { boot } from './boot.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * A session on 10.0.1.1 of which nothing has been sent yet; 10.0.2.1 is
 * wished to be announced.
 */
function silentSession(version: 0 | 1 = 0): {
  machine: Machine
  c1: Session
  master: Subflow
} {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', {
    version,
  })
  fullmeshGetPriv(c1).announced.v4 = 0b010 // as if that ACK had never been sent
  wishForAddAddr(c1)
  machine.log.length = 0
  return { machine, c1, master: c1.master as Subflow }
}

/** Something to announce, again and again. */
function wishOften(session: Session, times: number): void {
  for (let i = 0; i < times; i++) wishForAddAddr(session)
}

test('version 0: ADD_ADDR rides on any segment that has eight bytes left', () => {
  const { machine, c1, master } = silentSession()

  transmit(master, 'data', 16) // 16 + 20 for DSS: only four bytes left
  transmit(master, 'data', 12) // 12 + 20 + 8 = 40
  transmit(master, 'ack')

  expect(machine.log).toEqual([
    '[500] tx c1/0: DSS size=36',
    '[500] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=40',
    '[500] tx c1/0: DSS size=20',
  ])
  expect(fullmeshGetPriv(c1)).toMatchObject({
    addAddr: 0,
    announced: { v4: 0b110 },
  })
})

test('version 1: only pure ACKs carry it, and it takes sixteen bytes, eight of them a MAC', () => {
  const { machine, master } = silentSession(1)

  transmit(master, 'data')
  transmit(master, 'ack')

  expect(machine.log).toEqual([
    '[500] tx c1/0: DSS size=32',
    '[500] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=36',
  ])
})

test('asked for the size alone, it counts the bytes and crosses nothing off', () => {
  const { machine, c1, master } = silentSession()

  transmit(master, 'probe')
  transmit(master, 'ack')

  expect(machine.log).toEqual([
    '[500] probe c1/0: DSS ADD_ADDR(3,10.0.2.1) size=40',
    '[500] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
  ])
  expect(c1.addrSignal).toBe(false)
})

test('IPv4 addresses first, one a segment; where IPv4 has none left, the IPv6 ones follow', () => {
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

test('quirk: in version 1 an IPv6 ADD_ADDR drives the DSS out of its segment', () => {
  const machine = boot({ eth0: ['fd00:1::1'], wlan0: ['fd00:2::1'] })

  connect(machine, 'c1', '[fd00:1::1]:4000', '[fd00:9::1]:80', {
    version: 1,
  })

  expect(machine.log.at(-1)).toBe(
    '[500] ack c1/0: ADD_ADDR(9,fd00:2::1) size=40',
  )
})

test('a wish for which nothing is left is used up by the next segment', () => {
  const { machine, c1, master } = silentSession()
  fullmeshGetPriv(c1).announced.v4 = 0b110

  transmit(master, 'probe')
  expect(fullmeshGetPriv(c1).addAddr).toBe(1)
  transmit(master, 'ack')

  expect(fullmeshGetPriv(c1).addAddr).toBe(0)
  expect(machine.log.at(-1)).toBe('[500] tx c1/0: DSS size=20')
})

test('quirk: wishes are counted in eight bits, and the 256th makes none of them', () => {
  const { machine, c1, master } = silentSession()
  wishOften(c1, 254)
  expect(fullmeshGetPriv(c1).addAddr).toBe(255)

  wishForAddAddr(c1)
  expect(fullmeshGetPriv(c1).addAddr).toBe(0)
  transmit(master, 'ack')

  expect(machine.log).toEqual(['[500] tx c1/0: DSS size=20']) // without 10.0.2.1
})

test('REMOVE_ADDR carries all ids that wait, in four bytes for one and eight for two to five', () => {
  const { machine, c1, master } = silentSession()
  Object.assign(fullmeshGetPriv(c1), { addAddr: 0, removeAddrs: 0b1000 })
  transmit(master, 'ack')
  Object.assign(fullmeshGetPriv(c1), { removeAddrs: 0b11010 })
  c1.addrSignal = true
  transmit(master, 'ack')

  expect(machine.log).toEqual([
    '[500] tx c1/0: DSS REMOVE_ADDR(3) size=24',
    '[500] tx c1/0: DSS REMOVE_ADDR(1,3,4) size=28',
  ])
  expect(fullmeshGetPriv(c1).removeAddrs).toBe(0)
})

test('quirk: where there is no room for all ids, none of them is sent', () => {
  const { machine, c1, master } = silentSession()
  Object.assign(fullmeshGetPriv(c1), { addAddr: 0, removeAddrs: 0b1010 })

  transmit(master, 'data', 16) // 36 in use: room for one id
  expect(fullmeshGetPriv(c1).removeAddrs).toBe(0b1010)
  expect(c1.addrSignal).toBe(true)
  transmit(master, 'data', 12)

  expect(machine.log).toEqual([
    '[500] tx c1/0: DSS size=36',
    '[500] tx c1/0: DSS REMOVE_ADDR(1,3) size=40',
  ])
})

test('quirk: the announcement of an address and the removal of one with the same id share a segment', () => {
  const { machine, c1, master } = silentSession()
  fullmeshGetPriv(c1).removeAddrs = 0b1000

  transmit(master, 'ack')

  expect(machine.log).toEqual([
    '[500] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) REMOVE_ADDR(3) size=32',
  ])
})

test('quirk: in version 1 the options can outgrow the 40 bytes that there are', () => {
  const { machine, c1, master } = silentSession(1)
  fullmeshGetPriv(c1).removeAddrs = 0b100010

  transmit(master, 'ack') // 12 + 16 + 8, and 8 for a DSS that nobody asks

  expect(machine.log).toEqual([
    '[500] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) REMOVE_ADDR(1,5) size=44',
  ])
})
