import { expect, test } from 'vitest'
import { connect } from '../host/sessions.ts'
import { announceRemoveAddr } from './announce-remove-addr.ts'
import { boot } from './boot.ts'
import { sessionWithoutSubflow } from './setups.ts'
import { fullmeshGetPriv } from './structures.ts'

test('a REMOVE_ADDR is sent at once, with an ACK', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  announceRemoveAddr(c1, 3)

  expect(machine.log.at(-1)).toBe(
    '[500] ack c1/0: DSS REMOVE_ADDR(3) size=24',
  )
  expect(fullmeshGetPriv(c1).removeAddrs).toBe(0)
})

test('if no subflow can send an ACK, the REMOVE_ADDR is sent with the next segment', () => {
  const { machine, s1 } = sessionWithoutSubflow()

  announceRemoveAddr(s1, 3)
  announceRemoveAddr(s1, 15)

  expect(machine.log).toEqual([])
  expect(fullmeshGetPriv(s1).removeAddrs).toBe(0x8008)
  expect(s1.addrSignal).toBe(true)
})
