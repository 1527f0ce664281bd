import { expect, test } from 'vitest'
import { receiveAddAddr, receiveRemoveAddr } from '../host/peer.ts'
import { connect, establish } from '../host/sessions.ts'
import { drain } from '../host/time.ts'
import { boot } from './boot.ts'
import { fullmeshGetPriv } from './structures.ts'

test('a withdrawn address is removed, and its slot is free for another address', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1')

  receiveRemoveAddr(c1, [2])
  expect(fullmeshGetPriv(c1).remotes.v4.bits).toBe(0b01)

  receiveAddAddr(c1, 3, '10.9.3.1')
  expect(fullmeshGetPriv(c1).remotes.v4.slots[1]).toMatchObject({
    id: 3,
    address: '10.9.3.1',
    bitfield: 0,
  })
})

test('the subflows to a withdrawn address are reset by the caller of the op', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1')
  establish(c1)
  drain(machine)

  receiveRemoveAddr(c1, [2])
  drain(machine)

  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/0'])
})

test('quirk: an id is removed in both families, though only one address was withdrawn', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', {
    mapped: true,
  })
  receiveAddAddr(c1, 8, '10.9.8.1')
  receiveAddAddr(c1, 8, 'fd00:9::8')

  receiveRemoveAddr(c1, [8])

  expect(fullmeshGetPriv(c1).remotes).toMatchObject({
    v4: { bits: 0b01 },
    v6: { bits: 0 },
  })
})

test('a REMOVE_ADDR with an unknown id changes nothing', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  receiveRemoveAddr(c1, [7])

  expect(fullmeshGetPriv(c1).remotes.v4.bits).toBe(0b01)
})
