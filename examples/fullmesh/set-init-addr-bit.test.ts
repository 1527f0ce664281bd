import { expect, test } from 'vitest'
import { receiveAddAddr } from '../host/peer.ts'
import { connect } from '../host/sessions.ts'
import type { Session } from '../kernel/session.ts'
import { boot } from './boot.ts'
import { setInitAddrBit } from './set-init-addr-bit.ts'
import { remotesOf } from './structures.ts'

/** The peer's addresses, each with its bitfield: the local slots tried. */
function pairs(session: Session, family: 'v4' | 'v6'): string[] {
  return [...remotesOf(session, family)].map(
    ({ address, port, bitfield }) =>
      `${address}:${port} ${bitfield.toString(2)}`,
  )
}

test('the initial pair has its bit set: local slot 1 in IPv4, slot 0 in IPv6', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })

  const four = connect(machine, 'four', '10.0.1.1:4000', '10.9.1.1:80')
  const six = connect(machine, 'six', '[fd00:1::1]:4001', '[fd00:9::1]:80')

  expect(pairs(four, 'v4')).toEqual(['10.9.1.1:0 10'])
  expect(pairs(six, 'v6')).toEqual(['fd00:9::1:0 1'])
})

test('only the first entry with the address gets the bit, whatever its id and port', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1:8080')
  receiveAddAddr(c1, 3, '10.9.2.1')

  setInitAddrBit(c1, '10.9.2.1', 2)

  expect(pairs(c1, 'v4')).toEqual([
    '10.9.1.1:0 10',
    '10.9.2.1:8080 100',
    '10.9.2.1:0 0',
  ])
})

test('no bit is set for an address that is not in the table', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  setInitAddrBit(c1, '10.9.7.7', 2)

  expect(pairs(c1, 'v4')).toEqual(['10.9.1.1:0 10'])
})
