import { expect, test } from 'vitest'
import { receiveJoin } from '../host/peer.ts'
import { accept } from '../host/sessions.ts'
import { selectAckSock } from './ack-socket.ts'
import type { Subflow } from './subflow.ts'
import { machineWith } from './test-machine.ts'

/** The number of the subflow that is chosen among these, of which the last is the newest and first in the list. */
function chosen(...subflows: Partial<Subflow>[]): number | undefined {
  const session = accept(machineWith(), 's1', '10.0.1.1:80', '10.9.1.1:4000')
  while (session.subflows.length < subflows.length) receiveJoin(session, '10.0.1.1', '10.9.1.1:4001', 1)
  const inOrder = session.subflows.toReversed()
  for (const [i, given] of subflows.entries()) Object.assign(inOrder[i] as Subflow, given)
  const subflow = selectAckSock(session)
  return subflow && inOrder.indexOf(subflow)
}

test('of the subflows on which a segment arrived lately, the one with the lowest round-trip time is chosen', () => {
  expect(chosen({ srtt: 300 }, { srtt: 100 }, { srtt: 200 })).toBe(1)
})

test('the newest wins a tie', () => {
  expect(chosen({ srtt: 100 }, { srtt: 100 })).toBe(1)
})

test('one that was silent for a whole retransmission timeout, 200 ms, is taken only when all were', () => {
  expect(chosen({ srtt: 100, idle: 200 }, { srtt: 900, idle: 199 })).toBe(1)
  expect(chosen({ srtt: 900, idle: 300 }, { srtt: 100, idle: 400 })).toBe(0)
})

test('quirk: a round-trip time or an idle time of 0 means "none yet" to the kernel, and loses to the next', () => {
  expect(chosen({ srtt: 500 }, { srtt: 0 })).toBe(0)
  expect(chosen({ srtt: 0 }, { srtt: 500 })).toBe(0)
})

test('one that cannot send, waits for the fourth ACK, or has potentially failed is passed over', () => {
  expect(chosen({}, { state: 'SYN_SENT' }, { state: 'CLOSE' }, { preEstablished: true }, { pf: true })).toBe(
    0,
  )
})

test('there may be none at all', () => {
  expect(chosen({ pf: true })).toBeUndefined()
})
