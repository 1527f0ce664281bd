import { expect, test } from 'vitest'
import { forceClose, subflowNumbered } from '../kernel/subflow.ts'
import { fail, finishHandshake, receiveFourthAck } from './subflows.ts'
import { sessionWithTwo } from './test-session.ts'
import { drain } from './time.ts'

test('the handshake of a join has two ends: the SYN/ACK, and the fourth ACK', () => {
  const { joined } = sessionWithTwo()
  Object.assign(joined, { state: 'SYN_SENT', fullyEstablished: false })

  finishHandshake(joined)
  expect(joined).toMatchObject({ state: 'ESTABLISHED', preEstablished: true, fullyEstablished: false })
  receiveFourthAck(joined)
  expect(joined).toMatchObject({ preEstablished: false, fullyEstablished: true })
})

test('an error ends a subflow, and the path manager can read which', () => {
  const { machine, joined } = sessionWithTwo()

  fail(joined, 'ETIMEDOUT')

  expect(joined).toMatchObject({ state: 'CLOSE', error: 'ETIMEDOUT' })
  expect(machine.log).toEqual(['[0] error s1/1 ETIMEDOUT', '[0] queue sub_close(s1/1)'])
})

test('what a subflow cannot do in its state is refused', () => {
  const { machine, session, joined, master } = sessionWithTwo()

  expect(() => finishHandshake(master)).toThrow('s1/0 is in ESTABLISHED, not in SYN_SENT')
  expect(() => receiveFourthAck(master)).toThrow('s1/0 does not wait for the fourth ACK of a join')
  forceClose(joined)
  expect(() => fail(joined, 'EPIPE')).toThrow('s1/1 is in CLOSE already')
  drain(machine)
  expect(() => subflowNumbered(session, 1)).toThrow('no subflow "s1/1" (subflows: s1/0)')
})
