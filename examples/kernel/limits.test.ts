import { expect, test } from 'vitest'
import { addAddress, addDevice } from '../host/devices.ts'
import { addNamespace } from '../host/namespaces.ts'
import { receiveJoin } from '../host/peer.ts'
import { accept, connect } from '../host/sessions.ts'
import { LIMITS, LimitReached } from './limits.ts'
import { createMachine } from './machine.ts'
import { addSubflow } from './subflow.ts'
import { machineWith } from './test-machine.ts'

function times(count: number, act: (i: number) => unknown): void {
  for (let i = 0; i < count; i++) act(i)
}

test('namespaces, devices and addresses are limited in number, and one too many is refused', () => {
  const machine = createMachine()

  times(LIMITS.namespaces - 1, (i) => addNamespace(machine, `ns${i}`))
  expect(() => addNamespace(machine, 'more')).toThrow('there are 256 namespaces already: no more fit here')
  times(LIMITS.devices, (i) => addDevice(machine, `eth${i}`))
  expect(() => addDevice(machine, 'more')).toThrow('there are 256 devices already: no more fit here')
  const [eth0, eth1] = [...machine.devices.values()] as [never, never]
  times(LIMITS.addresses, (i) => addAddress(i % 2 ? eth0 : eth1, `10.0.${i}.1`))
  expect(() => addAddress(eth0, '10.1.1.1')).toThrow('there are 256 addresses already: no more fit here')

  expect(machine.namespaces.size).toBe(256)
})

test('a machine holds a hundred thousand sessions and no more', () => {
  const machine = machineWith()

  times(LIMITS.sessions, (i) => connect(machine, `c${i}`, '10.0.1.1:4000', '10.9.1.1:80'))

  expect(() => connect(machine, 'more', '10.0.1.1:4000', '10.9.1.1:80')).toThrow(
    'there are 100000 sessions already: no more fit here',
  )
})

test('the peer is refused its ten thousandth join, and the subflows that are there go on', () => {
  const session = accept(machineWith(), 's1', '10.0.1.1:80', '10.9.1.1:4000')

  times(LIMITS.subflows - 1, () => receiveJoin(session, '10.0.1.1', '10.9.1.1:4001', 1))

  expect(() => receiveJoin(session, '10.0.1.1', '10.9.1.1:4001', 1)).toThrow(
    'there are 10000 subflows already: no more fit here',
  )
  expect(session.subflows).toHaveLength(LIMITS.subflows)
})

test('a path manager that never stops opening subflows stops the machine', () => {
  const session = connect(machineWith(), 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  const master = session.subflows[0] as never

  expect(() => {
    for (;;) addSubflow(session, master)
  }).toThrow(new LimitReached('"c1" has 10000 subflows, and opens another'))
})

test('a log that is never emptied stops the machine when it is full', () => {
  const machine = createMachine()
  Object.defineProperty(machine.log, 'length', { value: LIMITS.lines })

  expect(() => machine.print('too much')).toThrow('the log has 5000000 lines')
})
