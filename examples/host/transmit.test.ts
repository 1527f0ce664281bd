import { expect, test } from 'vitest'
import type { Subflow } from '../kernel/subflow.ts'
import { machineWith } from '../kernel/test-machine.ts'
import { connect } from './sessions.ts'
import { transmit } from './transmit.ts'

test('what cannot be sent is refused: from a state without a connection, or with options that leave no room', () => {
  const machine = machineWith()
  const subflow = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80').master as Subflow
  machine.log.length = 0
  const tooMuch = (bytes: number, limit: number) =>
    `${bytes} bytes of options are in use before MPTCP's: expected 0 to ${limit} for `

  expect(() => transmit(subflow, 'ack', 25)).toThrow(tooMuch(25, 24))
  expect(() => transmit(subflow, 'data', 21)).toThrow(tooMuch(21, 20))
  expect(() => transmit(subflow, 'probe', -1)).toThrow(tooMuch(-1, 20))
  subflow.preEstablished = true
  expect(() => transmit(subflow, 'ack', 13)).toThrow(tooMuch(13, 12))
  subflow.state = 'SYN_SENT'
  expect(() => transmit(subflow, 'ack')).toThrow('c1/0 is in SYN_SENT, not in ESTABLISHED')

  expect(machine.log).toEqual([])
})
