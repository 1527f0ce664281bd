import { expect, test } from 'vitest'
import type { PathManager } from '../kernel/path-manager.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { machineWith } from '../kernel/test-machine.ts'
import {
  getLocalId,
  receiveAddAddr,
  receiveInfiniteMapping,
  receiveJoin,
  receiveMpFail,
  receiveRemoveAddr,
} from './peer.ts'
import { accept, close, connect } from './sessions.ts'

/** A server whose path manager has 10.0.1.1 as id 2, a backup address, and prints the peer's announcements. */
function server(ops: Partial<PathManager> = {}) {
  const machine = machineWith({
    getLocalId: (_session, address) => (address === '10.0.1.1' ? { id: 2, lowPrio: true } : undefined),
    ...ops,
  })
  const session = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  machine.log.length = 0
  return { machine, session }
}

test('an ADD_ADDR is handed to the path manager, with port 0 if there was none', () => {
  const learnt: unknown[] = []
  const { session } = server({ addRaddr: (_session, ...what) => learnt.push(what) })

  receiveAddAddr(session, 1, '10.9.2.1')
  receiveAddAddr(session, 255, '[fd00:9::1]:8080')

  expect(learnt).toEqual([
    ['10.9.2.1', 0, 1],
    ['fd00:9::1', 8080, 255],
  ])
})

test('`new_remote_address` is called only if the list of addresses changed', () => {
  const { machine, session } = server({
    addRaddr: (session, _address, _port, id) => {
      session.listReceived = id === 1
    },
  })

  receiveAddAddr(session, 1, '10.9.2.1')
  receiveAddAddr(session, 2, '10.9.3.1')

  expect(machine.log).toEqual([
    '[0] op add_raddr(s1)',
    '[0] op new_remote_address(s1)',
    '[0] op add_raddr(s1)',
  ])
  expect(session.listReceived).toBe(false)
})

test('a REMOVE_ADDR names ids; each is withdrawn, and each subflow to it ends', () => {
  const { machine, session } = server()
  for (const id of [1, 2, 1]) receiveJoin(session, '10.0.1.1', '10.9.2.1:4001', id)
  machine.log.length = 0

  receiveRemoveAddr(session, [7, 1])

  expect(machine.log.filter((line) => !line.includes('queue'))).toEqual([
    '[0] op rem_raddr(s1,7)',
    '[0] op rem_raddr(s1,1)',
    ...['[0] reinject s1/3', '[0] close s1/3'],
    ...['[0] reinject s1/1', '[0] close s1/1'],
  ])
})

test('a join to an address that is known becomes a subflow at once, with the id and flag of that address', () => {
  const { machine, session } = server()

  const subflow = receiveJoin(session, '10.0.1.1', '10.9.2.1:4001', 7)

  expect(machine.log).toEqual(['[0] op get_local_id(s1,10.0.1.1) = 2 low_prio=1', '[0] accepted s1/1'])
  expect(subflow).toMatchObject({
    state: 'ESTABLISHED',
    fullyEstablished: true,
    source: '10.0.1.1',
    destination: '10.9.2.1',
    destinationPort: 4001,
    localId: 2,
    remoteId: 7,
    lowPrio: true,
    boundDevice: 0,
  })
})

test('a join to an unknown address is dropped', () => {
  const { machine, session } = server()

  expect(receiveJoin(session, '10.0.7.7', '10.9.2.1:4001', 7)).toBeUndefined()

  expect(machine.log).toEqual(['[0] op get_local_id(s1,10.0.7.7) = -1 low_prio=0'])
  expect(session.subflows).toHaveLength(1)
})

test('a session over IPv4 can be joined over IPv6: the new subflow is of the family of its addresses', () => {
  const { session } = server({ getLocalId: () => ({ id: 8, lowPrio: false }) })

  expect(receiveJoin(session, 'fd00:1::1', '[fd00:9::1]:4001', 1)?.family).toBe('v6')
})

test('an invalid option is refused before an op is called', () => {
  const { machine, session } = server()
  const client = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  machine.log.length = 0
  const refused: [() => unknown, string][] = [
    [
      () => receiveAddAddr(session, 256, '10.9.2.1'),
      '256 is not an address id: expected a whole number from 0 to 255',
    ],
    [() => receiveAddAddr(session, 1, '10.9.2'), '"10.9.2" is not an address, with or without a port'],
    [
      () => receiveAddAddr(session, 1, '10.9.2.1:99999'),
      '"10.9.2.1:99999" is not an address, with or without a port',
    ],
    [() => receiveRemoveAddr(session, [1, -1]), '-1 is not an address id'],
    [() => receiveRemoveAddr(session, Array(38).fill(1)), 'a REMOVE_ADDR has room for 37 ids, not for 38'],
    [() => receiveJoin(session, '10.0.1.1', '10.9.2.1', 0.5), '0.5 is not an address id'],
    [
      () => receiveJoin(session, '10.0.1.1', 'fd00::1', 1),
      '10.0.1.1 and fd00::1 are of different address families',
    ],
    [
      () => receiveJoin(client, '10.0.1.1', '10.9.2.1', 1),
      'a join needs a session made by accept: "c1" was made by connect',
    ],
    [() => getLocalId(session, 'eth0'), '"eth0" is not an address, with or without a port'],
  ]
  for (const [act, message] of refused) expect(act, message).toThrow(message)

  expect(machine.log).toEqual([])
})

test('nothing arrives at a session that is closed', () => {
  const { machine, session } = server()
  close(session)

  expect(() => receiveAddAddr(session, 1, '10.9.2.1')).toThrow('the session "s1" is closed')
  expect(() => receiveRemoveAddr(session, [1])).toThrow('the session "s1" is closed')
  expect(() => receiveJoin(session, '10.0.1.1', '10.9.2.1', 1)).toThrow('the session "s1" is closed')

  expect(machine.log).toEqual([])
})

test('after an MP_FAIL an infinite mapping is to be sent, and every other subflow is closed', () => {
  const { machine, session } = server()
  receiveJoin(session, '10.0.1.1', '10.9.2.1:4001', 1)
  machine.log.length = 0

  receiveMpFail(subflowNumbered(session, 0))

  expect(session.infiniteMapping).toEqual({ rcv: false, snd: false, send: true })
  expect(machine.log).toEqual(['[0] close s1/1', '[0] queue sub_close(s1/1)'])
})

test('an MP_FAIL changes nothing once the infinite mapping was sent', () => {
  const { machine, session } = server()
  session.infiniteMapping.snd = true
  machine.log.length = 0

  receiveMpFail(subflowNumbered(session, 0))

  expect(session.infiniteMapping).toEqual({ rcv: false, snd: true, send: false })
  expect(machine.log).toEqual([])
})

test('an infinite mapping is answered by one, makes its subflow fully established, and closes every other', () => {
  const { machine, session } = server()
  receiveJoin(session, '10.0.1.1', '10.9.2.1:4001', 1)
  machine.log.length = 0

  receiveInfiniteMapping(subflowNumbered(session, 0))

  expect(session.infiniteMapping).toEqual({ rcv: true, snd: false, send: true })
  expect(session.master?.fullyEstablished).toBe(true)
  expect(machine.log).toEqual(['[0] close s1/1', '[0] queue sub_close(s1/1)'])
})

test('a session that is closed receives neither', () => {
  const { session } = server()
  const initial = subflowNumbered(session, 0)
  close(session)

  expect(() => receiveMpFail(initial)).toThrow('the session "s1" is closed')
  expect(() => receiveInfiniteMapping(initial)).toThrow('the session "s1" is closed')
})
