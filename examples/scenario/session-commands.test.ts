import { expect, test } from 'vitest'
import { errorOf, establishedSession, lastOutput, worldAfter } from './play.ts'
import { runCommand } from './run.ts'

test('"connect" and "accept" take their options in any order', () => {
  const { machine } = worldAfter(
    ...establishedSession,
    'accept s1 10.0.1.1:80 10.9.1.1:4000 transparent wlan0 bind eth0 mapped v1 v0',
    'accept s2 [fd00:1::1]:80 [fd00:9::1]:4000 ipv6only netns init v1',
  )

  expect(machine.sessions.get('s1')).toMatchObject({
    ...{ serverSide: true, family: 'v6', version: 0, boundDevice: 2, transparentDevice: 3, ipv6Only: false },
  })
  expect(machine.sessions.get('s2')).toMatchObject({ family: 'v6', version: 1, ipv6Only: true })
})

test('"established" lets the path manager open subflows, which are named by their number', () => {
  expect(lastOutput(...establishedSession)).toContain(
    '[500] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
  )
})

test('"own" and "release" are the application in a system call: meanwhile the workers wait', () => {
  const world = worldAfter(...establishedSession, 'own c1')

  expect(runCommand(world, 'rx c1 add_addr 1 10.9.2.1').at(-1)).toBe('[500] block subflow_work(c1)')
  expect(runCommand(world, 'release c1').at(0)).toBe('[500] resume subflow_work(c1)')
})

test('"rx" is the peer: it announces, withdraws and joins', () => {
  const world = worldAfter(...establishedSession, 'accept s1 10.0.1.1:80 10.9.1.1:4000')

  expect(runCommand(world, 'rx c1 add_addr 1 [fd00:9::1]:8080')[0]).toBe('[500] op add_raddr(c1)')
  expect(runCommand(world, 'rx c1 remove_addr 1 2')).toEqual([
    '[500] op rem_raddr(c1,1)',
    '[500] op rem_raddr(c1,2)',
  ])
  expect(runCommand(world, 'rx s1 join 10.0.2.1 10.9.2.1:4001 1').at(-1)).toBe('[500] accepted s1/1')
})

test('"sub" lets a subflow live: its handshake, what is measured of it, its end', () => {
  const world = worldAfter(...establishedSession, 'sub c1 1 established', 'sub c1 1 acked')
  const subflow = world.machine.sessions.get('c1')?.subflows[0]
  expect(subflow).toMatchObject({ name: 'c1/1', state: 'ESTABLISHED', fullyEstablished: true })

  for (const command of ['sub c1 1 srtt 5000', 'sub c1 1 idle 300', 'sub c1 1 pf on'])
    runCommand(world, command)
  expect(subflow).toMatchObject({ srtt: 5000, idle: 300, pf: true })
  runCommand(world, 'sub c1 1 pf off')
  expect(subflow?.pf).toBe(false)

  expect(runCommand(world, 'sub c1 1 error ETIMEDOUT')[0]).toBe('[500] error c1/1 ETIMEDOUT')
})

test('"tx" sends a segment, or asks how long its options would be', () => {
  const world = worldAfter(...establishedSession)

  expect(runCommand(world, 'tx c1 0 ack')).toEqual(['[500] tx c1/0: DSS size=20'])
  expect(runCommand(world, 'tx c1 0 data size=0')).toEqual(['[500] tx c1/0: DSS size=20'])
  expect(runCommand(world, 'tx c1 0 data probe')).toEqual(['[500] probe c1/0: DSS size=32'])
})

test('"infinite" raises one of three flags, "close" ends the session, "local_id" asks for an id', () => {
  const world = worldAfter(...establishedSession)

  expect(runCommand(world, 'local_id c1 10.0.2.1')).toEqual([
    '[500] op get_local_id(c1,10.0.2.1) = 3 low_prio=0',
  ])
  runCommand(world, 'infinite c1 snd')
  runCommand(world, 'close c1')

  expect(world.machine.sessions.get('c1')).toMatchObject({
    dead: true,
    infiniteMapping: { rcv: false, snd: true, send: false },
  })
})

test.each([
  ['connect c1 10.0.1.1:4000 10.9.1.1:80', 'there is a session "c1" already'],
  ['connect c2', '"connect c2" lacks the local address and port'],
  ['connect c2 10.0.1.1:4000', '"connect c2 10.0.1.1:4000" lacks the remote address and port'],
  [
    'connect c2 10.0.1.1 10.9.1.1:80',
    '"10.0.1.1" is not an address with a port, like 10.0.1.1:80 or [fd00::1]:80',
  ],
  ['connect c2 10.0.1.1:1 [fd00::1]:80', '10.0.1.1:1 and [fd00::1]:80 are of different address families'],
  [
    'connect c2 10.0.1.1:1 10.9.1.1:80 v2',
    '"v2" is not an option of a session: v0, v1, ipv6only, mapped, netns <netns>, bind <device>, transparent <device>',
  ],
  ['connect c2 10.0.1.1:1 10.9.1.1:80 netns red', 'no namespace "red" (namespaces: init)'],
  ['connect c2 10.0.1.1:1 10.9.1.1:80 bind eth9', 'no device "eth9" (devices: eth0, wlan0)'],
  ['established c9', 'no session "c9" (sessions: c1)'],
  ['established c1 now', '"now" is too much in "established c1 now"'],
  ['release c1', 'the socket of "c1" is not owned'],
  ['close', '"close" lacks the name of a session'],
  ['infinite c1 both', '"both" in "infinite c1 both" is not one of snd, rcv, send'],
  ['local_id c1 10.0.2.1:80', '"10.0.2.1:80" is not an IPv4 or IPv6 address without prefix length and port'],
  ['connect c/1 10.0.1.1:1 10.9.1.1:80', '"c/1" is not a name: expected letters, digits, "-", "_" and "."'],
  ['local_id c1 eth0', '"eth0" is not an IPv4 or IPv6 address without prefix length and port'],
  ['rx c1 add_addr 256 10.9.2.1', '"256" is not an address id: expected a whole number from 0 to 255'],
  ['rx c1 add_addr 1 10.9.2', '"10.9.2" is not an address, with or without a port'],
  ['rx c1 add_addr 1 10.9.2.1 80', '"80" is too much in "rx c1 add_addr 1 10.9.2.1 80"'],
  ['rx c1 remove_addr', '"rx c1 remove_addr" lacks an address id'],
  ['rx c1 remove_addr 1 -2', '"-2" is not an address id: expected a whole number from 0 to 255'],
  ['rx c1 join 10.0.1.1 10.9.2.1:1 1', 'a join needs a session made by accept: "c1" was made by connect'],
  ['rx c1 knock', '"knock" in "rx c1 knock" is not one of add_addr, remove_addr, join'],
  ['sub c1 9 established', 'no subflow "c1/9" (subflows: c1/0, c1/1)'],
  [
    'sub c1 x pf on',
    '"x" is not the number of a subflow: expected a whole number from 0 to 9007199254740991',
  ],
  ['sub c1 0 established', 'c1/0 is in ESTABLISHED, not in SYN_SENT'],
  ['sub c1 1 established now', '"now" is too much in "sub c1 1 established now"'],
  ['sub c1 0 acked', 'c1/0 does not wait for the fourth ACK of a join'],
  ['sub c1 0 pf on off', '"off" is too much in "sub c1 0 pf on off"'],
  [
    'sub c1 0 srtt -1',
    '"-1" is not a number of microseconds: expected a whole number from 0 to 9007199254740991',
  ],
  ['tx c1 1 ack', 'c1/1 is in SYN_SENT, not in ESTABLISHED'],
  ['tx c1 0', '"tx c1 0" lacks one of ack, data, probe'],
  ['tx c1 0 syn', '"syn" in "tx c1 0 syn" is not one of ack, data, probe'],
  ['tx c1 0 ack probe', '"probe" is not an option of "tx": size=<bytes>'],
  ['tx c1 0 data probe data', '"data" is not an option of "tx": size=<bytes>'],
  ['tx c1 0 ack size=0 size=4', '"size=4" is too much in "tx c1 0 ack size=0 size=4"'],
  ['tx c1 0 ack size=25', "25 bytes of options are in use before MPTCP's: expected 0 to 24 for ack"],
  [
    'tx c1 0 ack size=-4',
    '"-4" is not a number of bytes: expected a whole number from 0 to 9007199254740991',
  ],
])('"%s" is refused: %s', (command, message) => {
  expect(errorOf(worldAfter(...establishedSession), command)).toBe(message)
})

test('a subflow ends with an error that has a name', () => {
  expect(errorOf(worldAfter(...establishedSession), 'sub c1 0 error EWHATEVER')).toMatch(
    /^no error "EWHATEVER" \(errors: EPERM, .*ETIMEDOUT.*\)$/,
  )
})

test('nothing arrives at a closed session, and it is not closed twice', () => {
  const world = worldAfter(...establishedSession, 'close c1')

  expect(errorOf(world, 'rx c1 add_addr 1 10.9.2.1')).toBe('the session "c1" is closed')
  expect(errorOf(world, 'close c1')).toBe('the session "c1" is closed already')
})
