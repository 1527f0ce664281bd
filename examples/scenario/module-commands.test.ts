import { expect, test } from 'vitest'
import { errorOf, establishedSession, lastOutput, worldAfter } from './play.ts'
import { runCommand } from './run.ts'

test('"insmod" and "rmmod" load and unload the module', () => {
  const world = worldAfter()

  expect(runCommand(world, 'insmod').at(-1)).toBe('[0] insmod = 0')
  expect(runCommand(world, 'rmmod').at(-1)).toBe('[0] rmmod')
})

test('"param" sets a module parameter for all sessions, from its next use on', () => {
  const world = worldAfter(...establishedSession, 'param num_subflows=3')

  const joins = runCommand(world, 'rx c1 add_addr 1 10.9.2.1').filter((line) =>
    line.includes('10.0.2.1 id=3'),
  )

  expect(joins).toHaveLength(3)
})

test('"fail alloc N" makes the N-th allocation fail; a later order takes the place of an earlier one', () => {
  expect(lastOutput('fail alloc 9', 'fail alloc', 'insmod')).toEqual([
    '[0] register pernet',
    '[0] alloc failed',
    '[0] pernet init init = -105',
    '[0] insmod = -105',
  ])
  expect(lastOutput('fail alloc 2', 'insmod')).toContain('[0] alloc failed')
})

test('"fail register" and "fail proc" make loading fail, once', () => {
  expect(lastOutput('fail register inetaddr', 'insmod').at(-1)).toBe('[0] insmod = -12')
  expect(lastOutput('fail proc', 'insmod').slice(1)).toEqual([
    '[0] proc_create mptcp_fullmesh failed',
    '[0] pernet init init = -12',
    '[0] insmod = -12',
  ])
  expect(lastOutput('fail proc', 'insmod', 'insmod').at(-1)).toBe('[0] insmod = 0')
})

test.each([
  ['insmod', 'the module is loaded already'],
  ['rmmod', 'the module is in use by 1 session(s)'],
  ['rmmod now', '"now" is too much in "rmmod now"'],
  ['param', '"param" lacks a parameter'],
  ['param num_subflows', '"num_subflows" is not of the form <parameter>=<number>'],
  ['param num_subflows 2', '"num_subflows" is not of the form <parameter>=<number>'],
  ['param num_subflows=many', '"num_subflows=many" is not of the form <parameter>=<number>'],
  ['param subflows=2', 'no parameter "subflows" (parameters: num_subflows, create_on_err)'],
  ['param num_subflows=1000000', 'num_subflows takes a whole number from -64 to 64 here, not 1000000'],
  ['fail', '"fail" lacks one of alloc, register, proc'],
  ['fail alloc 0', '"0" is not a count of allocations, 1 or more'],
  ['fail alloc 1.5', '"1.5" is not a count of allocations, 1 or more'],
  ['fail alloc 1 2', '"2" is too much in "fail alloc 1 2"'],
  [
    'fail register everything',
    '"everything" in "fail register everything" is not one of pernet, inetaddr, netdevice, inet6addr, path_manager',
  ],
  ['fail proc now', '"now" is too much in "fail proc now"'],
])('"%s" is refused: %s', (command, message) => {
  expect(errorOf(worldAfter(...establishedSession), command)).toBe(message)
})

test('what was refused was not ordered', () => {
  const world = worldAfter()

  errorOf(world, 'fail alloc 1 2')
  errorOf(world, 'fail proc now')

  expect(runCommand(world, 'insmod').at(-1)).toBe('[0] insmod = 0')
})
