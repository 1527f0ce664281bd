import { expect, test } from 'vitest'
import { connect, type SessionOptions } from '../host/sessions.ts'
import { transmit } from '../host/transmit.ts'
import type { Machine } from './machine.ts'
import type { PathManager } from './path-manager.ts'
import type { Subflow } from './subflow.ts'
import { sendAck } from './tcp-output.ts'
import { machineWith } from './test-machine.ts'

/** The initial subflow of a session whose path manager adds an ADD_ADDR to every segment. */
function subflowOf(address: string, options: SessionOptions = {}): { machine: Machine; subflow: Subflow } {
  const addrSignal: PathManager['addrSignal'] = (_subflow, outgoing) => {
    outgoing.addAddr = { id: 3, address }
    outgoing.size += 8
  }
  const machine = machineWith({ addrSignal })
  const session = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', options)
  session.addrSignal = true
  machine.log.length = 0
  return { machine, subflow: session.master as Subflow }
}

test('version 0 asks the path manager after the DSS, whatever is being sent', () => {
  const { machine, subflow } = subflowOf('10.0.2.1')

  for (const segment of ['ack', 'data', 'probe'] as const) transmit(subflow, segment)

  expect(machine.log).toEqual([
    '[0] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[0] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=40',
    '[0] probe c1/0: DSS ADD_ADDR(3,10.0.2.1) size=40',
  ])
})

test('the machine keeps what was sent, with the values of the options', () => {
  const { machine, subflow } = subflowOf('10.0.2.1', { version: 1 })
  machine.now = 500

  sendAck(subflow)
  transmit(subflow, 'data', 16)

  const [ack, data] = machine.sent
  expect(ack).toEqual({
    ...{ time: 500, subflow: 'c1/0', verb: 'ack', segment: 'ack', version: 1, before: 12 },
    options: { size: 28, dss: true, addAddr: { id: 3, address: '10.0.2.1' } },
  })
  expect(data).toMatchObject({ verb: 'tx', segment: 'data', before: 16, options: { size: 36, dss: true } })
  expect(machine.log).toHaveLength(machine.sent.length)
})

test('version 1 asks it on pure ACKs alone, before the DSS', () => {
  const { machine, subflow } = subflowOf('10.0.2.1', { version: 1 })

  for (const segment of ['ack', 'data', 'probe'] as const) transmit(subflow, segment)

  expect(machine.log).toEqual([
    '[0] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[0] tx c1/0: DSS size=32',
    '[0] probe c1/0: DSS size=32',
  ])
})

test('quirk: in version 1 nothing follows an IPv6 ADD_ADDR, not even the DSS', () => {
  const { machine, subflow } = subflowOf('fd00:2::1', { version: 1 })
  subflow.sendMpPrio = true

  transmit(subflow, 'ack')

  expect(machine.log).toEqual(['[0] tx c1/0: ADD_ADDR(3,fd00:2::1) size=20'])
})

test('the op `addr_signal` is not called if nothing is pending', () => {
  const { machine, subflow } = subflowOf('10.0.2.1')
  subflow.session.addrSignal = false

  sendAck(subflow)

  expect(machine.log).toEqual(['[0] ack c1/0: DSS size=20'])
})

test('MP_PRIO is pending until a segment carries it; a probe does not', () => {
  const { machine, subflow } = subflowOf('10.0.2.1')
  subflow.session.addrSignal = false
  Object.assign(subflow, { sendMpPrio: true, lowPrio: true })

  transmit(subflow, 'data', 20) // 20 + 20: no room
  transmit(subflow, 'probe')
  transmit(subflow, 'data')
  transmit(subflow, 'data')

  expect(machine.log).toEqual([
    '[0] tx c1/0: DSS size=40',
    '[0] probe c1/0: DSS MP_PRIO(1) size=36',
    '[0] tx c1/0: DSS MP_PRIO(1) size=36',
    '[0] tx c1/0: DSS size=32',
  ])
})

test('while a join waits for the fourth ACK, its third goes out with every segment in place of the DSS', () => {
  const { machine, subflow } = subflowOf('10.0.2.1')
  subflow.session.addrSignal = false
  subflow.preEstablished = true

  transmit(subflow, 'ack')

  expect(machine.log).toEqual(['[0] tx c1/0: MP_JOIN size=36'])
})

test('after an infinite mapping was sent, no segment has MPTCP options; while it is being sent, only data has none', () => {
  const { machine, subflow } = subflowOf('10.0.2.1')
  subflow.session.infiniteMapping.snd = true
  transmit(subflow, 'ack')
  transmit(subflow, 'data')
  subflow.session.infiniteMapping.send = true
  transmit(subflow, 'ack')
  transmit(subflow, 'data')

  expect(machine.log).toEqual([
    '[0] tx c1/0: size=12',
    '[0] tx c1/0: size=12',
    '[0] tx c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[0] tx c1/0: size=12',
  ])
})

test('on a closed subflow no ACK is sent, and the log has no line', () => {
  const { machine, subflow } = subflowOf('10.0.2.1')
  subflow.state = 'CLOSE'

  sendAck(subflow)

  expect(machine.log).toEqual([])
})
