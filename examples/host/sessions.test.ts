import { expect, test } from 'vitest'
import { sessionNamed } from '../kernel/session.ts'
import { networkFamily } from '../kernel/socket.ts'
import { machineWith } from '../kernel/test-machine.ts'
import { addDevice } from './devices.ts'
import { addNamespace } from './namespaces.ts'
import { accept, close, connect, establish, type SessionOptions } from './sessions.ts'

/** A session over IPv4, on a host with eth0 (interface 2) and a namespace blue. */
function session(options: SessionOptions = {}, local = '10.0.1.1:4000', remote = '10.9.1.1:80') {
  const machine = machineWith()
  addDevice(machine, 'eth0')
  addNamespace(machine, 'blue')
  return connect(machine, 'c1', local, remote, options)
}

test('a session begins with one subflow, its master, between the same two ends and with id 0 on both sides', () => {
  const { subflows, master, refs } = session()

  expect(subflows).toEqual([master])
  expect(master).toMatchObject({
    name: 'c1/0',
    state: 'ESTABLISHED',
    source: '10.0.1.1',
    destination: '10.9.1.1',
    destinationPort: 80,
    localId: 0,
    remoteId: 0,
    fullyEstablished: false,
  })
  expect(refs).toEqual({ socket: 1, control: 1 })
})

test('`new_session` is called when the session and its initial subflow exist', () => {
  const machine = machineWith({
    newSession: ({ master, machine }) => machine.print(`new session on ${master?.name}`),
  })

  accept(machine, 's1', '[fd00:1::1]:80', '[fd00:9::1]:4000')

  expect(machine.log).toEqual(['[0] op new_session(s1)', '[0] new session on s1/0'])
})

test('only the side that began is the client', () => {
  const machine = machineWith()

  expect(connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80').serverSide).toBe(false)
  expect(accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000').serverSide).toBe(true)
})

test('an IPv6 socket can carry IPv4: then its family is IPv6 and that of its packets IPv4', () => {
  const mapped = session({ mapped: true })

  expect(mapped.family).toBe('v6')
  expect(networkFamily(mapped)).toBe('v4')
})

test('a session can be bound to a device, be transparent on one, and live in another namespace', () => {
  const special = session({ bind: 'eth0', transparent: 'eth0', netns: 'blue', version: 1, ipv6Only: true })

  expect(special).toMatchObject({ boundDevice: 2, transparentDevice: 2, version: 1, ipv6Only: true })
  expect(special.namespace.name).toBe('blue')
  expect(special.master?.boundDevice).toBe(2)
  expect(session().transparentDevice).toBeUndefined()
})

test('the first DATA_ACK for data makes the master fully established, and that is an op', () => {
  const machine = machineWith({ fullyEstablished: ({ name }) => machine.print(`${name} works both ways`) })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  establish(c1)

  expect(c1.master?.fullyEstablished).toBe(true)
  expect(machine.log.slice(1)).toEqual(['[0] op fully_established(c1)', '[0] c1 works both ways'])
})

test('a closed session is dead and out of the token table, but still known by its name', () => {
  const c1 = session()

  close(c1)

  expect(c1.dead).toBe(true)
  expect(c1.machine.tokens.size).toBe(0)
  expect(sessionNamed(c1.machine, 'c1')).toBe(c1)
})

test('what cannot be is refused before anything of the session exists', () => {
  const { machine } = session()
  const begin = (local: string, remote: string, options?: SessionOptions) => () =>
    connect(machine, 'c2', local, remote, options)
  const [local, remote] = ['10.0.1.1:4000', '10.9.1.1:80'] as const
  const refused: [() => unknown, string][] = [
    [() => connect(machine, 'c1', local, remote), 'there is a session "c1" already'],
    [begin('10.0.1.1', remote), '"10.0.1.1" is not an address with a port, like 10.0.1.1:80 or [fd00::1]:80'],
    [begin(local, '10.9.1.1:0'), '"10.9.1.1:0" is not an address with a port'],
    [begin(local, '10.9.1.1:65536'), '"10.9.1.1:65536" is not an address with a port'],
    [begin(local, '[fd00::1]:80'), '10.0.1.1:4000 and [fd00::1]:80 are of different address families'],
    [begin('[::ffff:a00:101]:4000', '[fd00::1]:80'), '"[::ffff:a00:101]:4000" is v4-mapped'],
    [begin('[fd00::1]:80', '[fd00::2]:80', { mapped: true }), '"[fd00::1]:80" is not for a mapped session'],
    [begin(local, remote, { netns: 'red' }), 'no namespace "red" (namespaces: init, blue)'],
    [begin(local, remote, { bind: 'eth9' }), 'no device "eth9" (devices: eth0)'],
    [begin(local, remote, { transparent: 'eth9' }), 'no device "eth9" (devices: eth0)'],
    [() => sessionNamed(machine, 'c2'), 'no session "c2" (sessions: c1)'],
  ]
  machine.log.length = 0
  for (const [act, message] of refused) expect(act, message).toThrow(message)

  expect(machine.log).toEqual([])
  expect([machine.sessions.size, machine.tokens.size]).toEqual([1, 1])
})

test('a session is closed once, and is not established without its initial subflow', () => {
  const c1 = session()

  c1.master = undefined
  expect(() => establish(c1)).toThrow('the initial subflow of "c1" is gone')
  close(c1)
  expect(() => close(c1)).toThrow('the session "c1" is closed already')
})
