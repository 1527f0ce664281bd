import { expect, test } from 'vitest'
import { receiveAddAddr } from '../kernel/peer.ts'
import { connect } from '../kernel/session.ts'
import { boot } from './boot.ts'
import { fmGetNs, fullmeshGetPriv } from './structures.ts'
import { updateAddrBitfields } from './update-addr-bitfields.ts'

test('of slots that are empty now, all is forgotten: announced, tried, to be tried again', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] }) // slot 1 in IPv4, slot 0 in IPv6
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', {
    mapped: true,
  })
  receiveAddAddr(c1, 9, 'fd00:9::1')
  const { announced, remotes } = fullmeshGetPriv(c1)
  Object.assign(announced, { v4: 0xff, v6: 0xff })
  for (const { slots } of [remotes.v4, remotes.v6])
    Object.assign(slots[0] ?? {}, { bitfield: 0xff, retryBitfield: 0xff })

  updateAddrBitfields(c1, fmGetNs(c1.namespace).local)

  expect(announced).toEqual({ v4: 0b10, v6: 0b01 })
  expect(remotes.v4.slots[0]).toMatchObject({
    bitfield: 0b10,
    retryBitfield: 0b10,
  })
  expect(remotes.v6.slots[0]).toMatchObject({
    bitfield: 0b01,
    retryBitfield: 0b01,
  })
})
