import { expect, test } from 'vitest'
import { errno } from '../kernel/errno.ts'
import { errorOf, establishedSession, lastOutput, worldAfter } from './play.ts'
import { runCommand } from './run.ts'

test('"link add" takes options in any order', () => {
  const { machine } = worldAfter('netns add blue', 'link add eth0 backup down netns blue nomultipath')

  expect(machine.devices.get('eth0')).toMatchObject({
    up: false,
    backup: true,
    noMultipath: true,
    ifindex: 2,
  })
  expect(machine.devices.get('eth0')?.namespace.name).toBe('blue')
})

test('"link set" turns a device on and off, and says what MPTCP may do with it', () => {
  const world = worldAfter('link add eth0')
  const eth0 = world.machine.devices.get('eth0')

  runCommand(world, 'link set eth0 down')
  expect(eth0?.up).toBe(false)
  runCommand(world, 'link set eth0 up')
  runCommand(world, 'link set eth0 multipath backup')
  expect(eth0).toMatchObject({ up: true, backup: true })
  expect(runCommand(world, 'link set eth0 change')).toEqual([])
})

test('"addr" gives and takes addresses; the path manager hears of it after 500 ms', () => {
  const world = worldAfter(...establishedSession.slice(0, 2))

  expect(runCommand(world, 'addr add fd00:0::1 dev eth0')).toEqual(['[0] queue address_worker(init) +500'])
  expect(runCommand(world, 'state init')).toContain('  event ADD fd00::1 if=2 low_prio=0')
  runCommand(world, 'addr del fd00::1 dev eth0')
  expect(runCommand(world, 'state init')).toContain('  event DEL fd00::1 if=2 low_prio=0')
})

test('an address of the host scope is not for MPTCP, one of the link scope is; global is the default', () => {
  expect(lastOutput('insmod', 'link add lo', 'addr add 10.0.1.1 dev lo scope host')).toEqual([])
  expect(lastOutput('insmod', 'link add eth0', 'addr add 10.0.1.1 dev eth0 scope link')).toHaveLength(1)
  expect(lastOutput('insmod', 'link add eth0', 'addr add 10.0.1.1 dev eth0 scope global')).toHaveLength(1)
})

test('"route fail" names an error: two are told apart, every other is -1; "route ok" takes it back', () => {
  const join = (route: string) =>
    lastOutput(...establishedSession, route, 'rx c1 add_addr 1 10.9.2.1').find((line) =>
      line.includes('10.0.2.1 id=3'),
    )

  expect(join('route fail 10.0.2.1 10.9.2.1 ENETUNREACH')).toMatch(/ = -101$/)
  expect(join('route fail 10.0.2.1 10.9.2.1 EHOSTUNREACH')).toMatch(/ = -113$/)
  expect(join('route fail 10.0.2.1 10.9.2.1 ENOBUFS')).toMatch(/ = -1$/)
  const world = worldAfter('route fail fd00:0::1 fd00:9::1 ENETUNREACH', 'route ok fd00::1 fd00:9::1')
  expect(world.machine.routeErrors.size).toBe(0)
})

test('a namespace is added and deleted with what is in it', () => {
  const world = worldAfter('netns add blue', 'link add eth0 netns blue', 'netns del blue')

  expect([...world.machine.namespaces.keys(), ...world.machine.devices.keys()]).toEqual(['init'])
})

test.each([
  ['link', '"link" lacks one of add, set'],
  ['link add', '"link add" lacks the name of a device'],
  ['link add eth0', 'there is a device "eth0" already'],
  [
    'link add eth1 sideways',
    '"sideways" is not an option of "link add": netns <netns>, down, backup, nomultipath',
  ],
  ['link add eth1 netns', '"link add eth1 netns" lacks the name of a namespace'],
  ['link add eth1 netns red', 'no namespace "red" (namespaces: init)'],
  ['link set eth9 up', 'no device "eth9" (devices: eth0, wlan0)'],
  ['link set eth0 up', 'the device "eth0" is up already'],
  [
    'link set eth0 sideways',
    '"sideways" in "link set eth0 sideways" is not one of up, down, multipath, change',
  ],
  ['link set eth0 multipath', '"link set eth0 multipath" lacks one of on, off, backup'],
  ['link set eth0 down now', '"now" is too much in "link set eth0 down now"'],
  [
    'addr add 10.0.1.256 dev eth0',
    '"10.0.1.256" is not an IPv4 or IPv6 address without prefix length and port',
  ],
  ['addr add 10.0.1.1 dev eth0', 'the device "eth0" has the address 10.0.1.1 already'],
  [
    'addr add 10.0.1.2/24 dev eth0',
    '"10.0.1.2/24" is not an IPv4 or IPv6 address without prefix length and port',
  ],
  ['addr add 10.0.1.2 eth0', 'expected "dev" before "eth0" in "addr add 10.0.1.2 eth0"'],
  ['addr add 10.0.1.2', '"addr add 10.0.1.2" lacks "dev"'],
  ['link add eth/1', '"eth/1" is not a name: expected letters, digits, "-", "_" and "."'],
  ['link add eth1 # why', 'a comment stands on a line of its own, with "#" in the first column'],
  ['addr add 10.0.1.2 dev eth9', 'no device "eth9" (devices: eth0, wlan0)'],
  ['addr add 10.0.1.2 dev eth0 link', '"link" is not an option of "addr add": scope global|link|host'],
  [
    'addr add 10.0.1.2 dev eth0 scope site',
    '"site" in "addr add 10.0.1.2 dev eth0 scope site" is not one of global, link, host',
  ],
  ['addr del 10.0.2.1 dev eth0', 'no address "10.0.2.1" (addresses of eth0: 10.0.1.1)'],
  ['addr del 10.0.1.1 dev eth0 scope link', '"scope" is too much in "addr del 10.0.1.1 dev eth0 scope link"'],
  ['netns add init', 'there is a namespace "init" already'],
  ['netns del init', 'the namespace "init" cannot be removed'],
  ['netns del red', 'no namespace "red" (namespaces: init)'],
  [
    'route fail 10.0.1.1 nowhere ENETUNREACH',
    '"nowhere" is not an IPv4 or IPv6 address without prefix length and port',
  ],
  ['route fail 10.0.1.1 10.9.1.1', '"route fail 10.0.1.1 10.9.1.1" lacks the name of an error'],
  [
    'route fail 10.0.1.1 10.9.1.1 enetunreach',
    `no error "enetunreach" (errors: ${Object.keys(errno).join(', ')}): did you mean "ENETUNREACH"?`,
  ],
  ['route ok 10.0.1.1', '"route ok 10.0.1.1" lacks an address'],
])('"%s" is refused: %s', (command, message) => {
  expect(errorOf(worldAfter(...establishedSession), command)).toBe(message)
})
