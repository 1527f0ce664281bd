import { expect, test } from 'vitest'
import { receiveAddAddr } from '../host/peer.ts'
import { accept, connect, establish } from '../host/sessions.ts'
import { drain } from '../host/time.ts'
import type { Session } from '../kernel/session.ts'
import { boot } from './boot.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * A session that uses both address families. Its only remote address is
 * the initial one, 10.9.1.1.
 */
function session(): Session {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  return accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
}

/** The remote addresses of a family. */
function known(s1: Session, family: 'v4' | 'v6'): string[] {
  const { bits, slots } = fullmeshGetPriv(s1).remotes[family]
  return slots
    .filter((_, slot) => bits & (1 << slot))
    .map(({ id, address, port }) => `${id} ${address} ${port}`)
}

test('a new remote address gets the lowest free slot and empty bitfields', () => {
  const s1 = session()

  receiveAddAddr(s1, 2, '10.9.2.1')

  expect(fullmeshGetPriv(s1).remotes.v4.slots[1]).toEqual({
    address: '10.9.2.1',
    port: 0,
    id: 2,
    bitfield: 0,
    retryBitfield: 0,
  })
})

test('a repeated ADD_ADDR changes nothing, and new_remote_address is not called', () => {
  const s1 = session()
  receiveAddAddr(s1, 2, '10.9.2.1')
  s1.machine.log.length = 0

  receiveAddAddr(s1, 2, '10.9.2.1')

  expect(s1.machine.log).toEqual(['[500] op add_raddr(s1)'])
})

/**
 * c1, which has a subflow to the second address of its peer: 10.9.2.1,
 * announced with id 2.
 */
function joinedSession(): Session {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1')
  establish(c1)
  drain(machine)
  return c1
}

test('a known id with another address rewrites the entry, but keeps its bitfields', () => {
  const c1 = joinedSession()

  receiveAddAddr(c1, 2, '192.0.2.1')
  drain(c1.machine)

  expect(known(c1, 'v4')).toEqual(['0 10.9.1.1 0', '2 192.0.2.1 0'])
  expect(c1.subflows.map(({ destination }) => destination)).toEqual([
    '10.9.2.1', // and no subflow to 192.0.2.1
    '10.9.1.1',
  ])
})

test('quirk: a known id and address with another port adds an entry in IPv4, rewrites it in IPv6', () => {
  const s1 = session()

  receiveAddAddr(s1, 2, '10.9.2.1:8080')
  receiveAddAddr(s1, 2, '10.9.2.1:9090')
  receiveAddAddr(s1, 3, '[fd00:9::2]:8080')
  receiveAddAddr(s1, 3, '[fd00:9::2]:9090')

  expect(known(s1, 'v4')).toEqual([
    '0 10.9.1.1 0',
    '2 10.9.2.1 8080',
    '2 10.9.2.1 9090',
  ])
  expect(known(s1, 'v6')).toEqual(['3 fd00:9::2 9090'])
})

test('the ninth remote address of a family is dropped, and new_remote_address is not called', () => {
  const s1 = session() // has one

  for (let id = 2; id <= 9; id++) receiveAddAddr(s1, id, `10.9.${id}.1`)

  expect(known(s1, 'v4')).toHaveLength(8)
  expect(s1.machine.log.at(-1)).toBe('[500] op add_raddr(s1)') // no new_remote_address follows
})

test('quirk: an ADD_ADDR with id 0 rewrites the initial address of the peer', () => {
  const s1 = session()

  receiveAddAddr(s1, 0, '203.0.113.9')

  expect(known(s1, 'v4')).toEqual(['0 203.0.113.9 0'])
})
