import { expect, test } from 'vitest'
import { addAddress, addDevice } from '../host/devices.ts'
import { connect } from '../host/sessions.ts'
import { drain } from '../host/time.ts'
import { initSubsockets } from './init-subsockets.ts'
import { type Machine, routeKey } from './machine.ts'
import type { Session } from './session.ts'
import { machineWith } from './test-machine.ts'

/** A session of a host that has 10.0.1.1 and fd00:1::1. */
function host(): { machine: Machine; session: Session } {
  const machine = machineWith()
  const eth0 = addDevice(machine, 'eth0')
  addAddress(eth0, '10.0.1.1')
  addAddress(eth0, 'fd00:1::1')
  const session = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  machine.log.length = 0
  return { machine, session }
}

const local = { address: '10.0.1.1', id: 2, lowPrio: true, ifindex: 2 }
const remote = { address: '10.9.2.1', port: 8080, id: 1 }
const local6 = { address: 'fd00:1::1', id: 8, lowPrio: false, ifindex: 2 }
const remote6 = { address: 'fd00:9::1', port: 0, id: 2 }

test('a subflow is opened from one address to another, and knows both ids', () => {
  const { machine, session } = host()

  expect(initSubsockets(session, local, remote)).toBe(0)

  expect(machine.log).toEqual(['[0] join c1/1: 10.0.1.1 id=2 if=2 -> 10.9.2.1:8080 id=1 = 0'])
  expect(session.subflows[0]).toMatchObject({
    name: 'c1/1',
    state: 'SYN_SENT',
    source: '10.0.1.1',
    destination: '10.9.2.1',
    destinationPort: 8080,
    boundDevice: 2,
    localId: 2,
    remoteId: 1,
    lowPrio: true,
  })
})

test('where the peer named no port, that of the session is taken', () => {
  const { machine, session } = host()

  initSubsockets(session, local6, remote6)

  expect(machine.log).toEqual(['[0] join c1/1: [fd00:1::1] id=8 if=2 -> [fd00:9::1]:80 id=2 = 0'])
})

test('an address that no device has cannot be bound: -99, and the socket is left without any address', () => {
  const { machine, session } = host()

  expect(initSubsockets(session, { ...local, address: '10.0.7.7' }, remote)).toBe(-99)

  expect(machine.log[0]).toMatch(/ = -99$/)
  expect(session.subflows[0]).toMatchObject({ source: '0.0.0.0', destination: '0.0.0.0', destinationPort: 0 })
})

test('0.0.0.0 and 127.0.0.0/8 can always be bound; their IPv6 counterparts cannot', () => {
  const { session } = host()
  const from = (address: string) =>
    initSubsockets(session, { ...local, address }, address.includes(':') ? remote6 : remote)

  expect(['0.0.0.0', '127.0.0.6', '::', '::1'].map(from)).toEqual([0, 0, -99, -99])
})

test('without a route, an IPv6 subflow has stored the destination, and an IPv4 subflow has not', () => {
  const { machine, session } = host()
  machine.routeErrors.set(routeKey('10.0.1.1', '10.9.2.1'), -101)
  machine.routeErrors.set(routeKey('fd00:1::1', 'fd00:9::1'), -113)

  expect(initSubsockets(session, local, remote)).toBe(-101)
  expect(initSubsockets(session, local6, remote6)).toBe(-113)

  const [v6, v4] = session.subflows
  expect(v4).toMatchObject({ source: '10.0.1.1', destination: '0.0.0.0', destinationPort: 0 })
  expect(v6).toMatchObject({ source: 'fd00:1::1', destination: 'fd00:9::1', destinationPort: 0 })
})

test('a subflow that failed is closed at once, and gone when the queue is drained; its number stays used', () => {
  const { machine, session } = host()
  initSubsockets(session, { ...local, address: '10.0.7.7' }, remote)

  drain(machine)
  initSubsockets(session, local, remote)

  expect(machine.log.slice(1, -1)).toEqual([
    '[0] close c1/1',
    '[0] queue sub_close(c1/1)',
    '[0] run sub_close(c1/1)',
    '[0] gone c1/1',
    '[0] done sub_close(c1/1)',
  ])
  expect(session.subflows.map(({ name }) => name)).toEqual(['c1/2', 'c1/0'])
})

test('the failure of one route is no failure of the way back, nor of another destination', () => {
  const { machine, session } = host()
  machine.routeErrors.set(routeKey('10.9.2.1', '10.0.1.1'), -101)
  machine.routeErrors.set(routeKey('10.0.1.1', '10.9.3.1'), -101)

  expect(initSubsockets(session, local, remote)).toBe(0)
})
