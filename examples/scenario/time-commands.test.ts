import { expect, test } from 'vitest'
import { errorOf, establishedSession, lastOutput, worldAfter } from './play.ts'
import { runCommand } from './run.ts'

test('"advance" lets time pass, and whatever is due happens at its own time', () => {
  const world = worldAfter('insmod', 'link add eth0', 'addr add 10.0.1.1 dev eth0')

  expect(runCommand(world, 'advance 700')).toEqual([
    '[500] run address_worker(init)',
    '[500] done address_worker(init)',
  ])
  expect(world.machine.now).toBe(700)
})

test('time can be let pass up to the last millisecond that can be counted', () => {
  const world = worldAfter('advance 9007199254740991')

  expect(runCommand(world, 'advance 0')).toEqual([])
  expect(errorOf(world, 'advance 1')).toBe(
    'the clock cannot go on by 1 ms: expected a whole number from 0 to 0',
  )
})

test('"resched" says what happens when a worker next offers the processor, which is between two subflows', () => {
  const output = lastOutput(...establishedSession, 'resched own c1', 'rx c1 add_addr 1 10.9.2.1')

  expect(output.slice(-3)).toEqual([
    '[500] join c1/2: 10.0.1.1 id=2 if=2 -> 10.9.2.1:80 id=1 = 0',
    '[500] resched own c1',
    '[500] block subflow_work(c1)',
  ])
})

test('commands that are put off are carried out once, in their order, and print behind their name', () => {
  const output = lastOutput(
    ...establishedSession,
    'resched local_id c1 10.0.2.1',
    'resched tx c1 0 ack',
    'rx c1 add_addr 1 10.9.2.1',
  )

  expect(output.filter((line) => /resched|tx|get_local_id/.test(line))).toEqual([
    '[500] resched local_id c1 10.0.2.1',
    '[500] op get_local_id(c1,10.0.2.1) = 3 low_prio=0',
    '[500] resched tx c1 0 ack',
    '[500] tx c1/0: DSS size=20',
  ])
})

test.each(['own c9', 'own c1 ', 'tx c1 9 ack', 'rx c1 add_addr 1 nowhere'])(
  'of "%s", put off, only its name is printed if it is invalid when it runs',
  (command) => {
    const output = lastOutput(
      ...establishedSession,
      'resched own c1',
      `resched ${command}`,
      'rx c1 add_addr 1 10.9.2.1',
    )

    expect(output.slice(-2)).toEqual([`[500] resched ${command.trim()}`, '[500] block subflow_work(c1)'])
  },
)

test.each([
  ['advance', '"advance" lacks a number of milliseconds'],
  ['advance -1', '"-1" is not a number of milliseconds: expected a whole number from 0 to 9007199254740991'],
  [
    'advance 9007199254740991',
    'the clock cannot go on by 9007199254740991 ms: expected a whole number from 0 to 9007199254740491',
  ],
  [
    'advance 99999999999999999999',
    '"99999999999999999999" is not a number of milliseconds: expected a whole number from 0 to 9007199254740991',
  ],
  ['advance 1 2', '"2" is too much in "advance 1 2"'],
  ['resched', '"resched" lacks a command'],
  ['resched advance 10', '"advance" cannot run in cond_resched()'],
  ['resched release c1', '"release" cannot run in cond_resched()'],
  ['resched resched own c1', '"resched" cannot run in cond_resched()'],
  ['resched own', '"own" is not written like "own <session>"'],
  ['resched own c1 now', '"own c1 now" is not written like "own <session>"'],
  [
    'resched route failed 10.0.1.1 10.9.1.1',
    '"route failed 10.0.1.1 10.9.1.1" is not written like "route fail <local> <remote> <errno>" or "route ok <local> <remote>"',
  ],
])('"%s" is refused: %s', (command, message) => {
  expect(errorOf(worldAfter(...establishedSession), command)).toBe(message)
})

test('a command that "resched" does not know is refused when it is read', () => {
  expect(errorOf(worldAfter(...establishedSession), 'resched lnik add eth1')).toMatch(
    /^no command "lnik" \(commands: .*\): did you mean "link"\?$/,
  )
})
