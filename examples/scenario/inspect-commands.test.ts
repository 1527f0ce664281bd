import { expect, test } from 'vitest'
import { errorOf, establishedSession, lastOutput, worldAfter } from './play.ts'
import { runCommand } from './run.ts'

test('"state" of a namespace shows its table, and the events that wait', () => {
  expect(lastOutput(...establishedSession, 'link set wlan0 multipath backup', 'state init')).toEqual([
    'netns init loc4_bits=0x06 next_v4=3 loc6_bits=0x00 next_v6=0',
    '  loc4[1] id=2 10.0.1.1 if=2 low_prio=0',
    '  loc4[2] id=3 10.0.2.1 if=3 low_prio=0',
    '  event MOD 10.0.2.1 if=3 low_prio=1',
  ])
})

test('"state" of a session shows its state, the peer, and its subflows, newest first', () => {
  expect(lastOutput(...establishedSession, 'state c1')).toEqual([
    'conn c1 pm=fullmesh refs=1/1 addr_signal=0 list_rcvd=1 deferred=0',
    '  add_addr=0 remove_addrs=0x0000 announced_v4=0x06 announced_v6=0x00 first_pair=1',
    '  rem4[0] id=0 10.9.1.1 port=0 bitfield=0x06 retry=0x00',
    '  sub c1/1 SYN_SENT loc_id=3 rem_id=0 low_prio=0 pf=0',
    '  sub c1/0 ESTABLISHED loc_id=0 rem_id=0 low_prio=0 pf=0 master',
  ])
})

test('a session that the default path manager has shows that nothing is kept for it', () => {
  expect(lastOutput(...establishedSession, 'connect c2 10.0.7.7:1 10.9.1.1:80', 'state c2')).toEqual([
    'conn c2 pm=default refs=1/1 addr_signal=0 list_rcvd=0 deferred=0',
    '  add_addr=0 remove_addrs=0x0000 announced_v4=0x00 announced_v6=0x00 first_pair=0',
    '  sub c2/0 ESTABLISHED loc_id=0 rem_id=0 low_prio=0 pf=0 master',
  ])
})

test('"proc" shows the table as /proc/net/mptcp_fullmesh does', () => {
  expect(lastOutput(...establishedSession, 'proc init')).toEqual([
    'Index, Address-ID, Backup, IP-address, if-idx',
    'IPv4, next v4-index: 3',
    '1, 2, 0, 10.0.1.1, 2',
    '2, 3, 0, 10.0.2.1, 3',
    'IPv6, next v6-index: 0',
  ])
})

test('without the module there is nothing to show', () => {
  const world = worldAfter()

  expect(runCommand(world, 'state init')).toEqual(['netns init (no path manager state)'])
  expect(errorOf(world, 'proc init')).toBe('there is no such file: the module is not loaded')
})

test.each([
  ['state', '"state" lacks the name of a namespace or a session'],
  ['state c9', 'no session or namespace "c9" (sessions and namespaces: c1, init)'],
  ['state c1 now', '"now" is too much in "state c1 now"'],
  ['proc', '"proc" lacks the name of a namespace'],
  ['proc c1', 'no namespace "c1" (namespaces: init)'],
])('"%s" is refused: %s', (command, message) => {
  expect(errorOf(worldAfter(...establishedSession), command)).toBe(message)
})
