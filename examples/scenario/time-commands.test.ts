import { expect, test } from 'vitest'
import { errorOf, lastOutput, story, worldAfter } from './play.ts'
import { execute } from './run.ts'

test('"advance" lets time pass, and whatever is due happens at its own time', () => {
  const world = worldAfter('insmod', 'link add eth0', 'addr add 10.0.1.1 dev eth0')

  expect(execute(world, 'advance 700')).toEqual([
    '[500] run address_worker(init)',
    '[500] done address_worker(init)',
  ])
  expect(world.machine.now).toBe(700)
})

test('time can be let pass up to the last millisecond that can be counted', () => {
  const world = worldAfter('advance 9007199254740991')

  expect(execute(world, 'advance 0')).toEqual([])
  expect(errorOf(world, 'advance 1')).toBe(
    'the clock cannot go on by 1 ms: expected a whole number from 0 to 0',
  )
})

test('"resched" says what happens when a worker next offers the processor, which is between two subflows', () => {
  const output = lastOutput(...story, 'resched own c1', 'rx c1 add_addr 1 10.9.2.1')

  expect(output.slice(-3)).toEqual([
    '[500] join c1/2: 10.0.1.1 id=2 if=2 -> 10.9.2.1:80 id=1 = 0',
    '[500] resched own c1',
    '[500] block subflow_work(c1)',
  ])
})

test('commands that are put off are carried out once, in their order, and print behind their name', () => {
  const output = lastOutput(
    ...story,
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

test.each(['own c9', 'resched own c1', 'advance 10', 'release c1', 'nonsense'])(
  'of "%s", put off, nothing is seen but its name: it is invalid by then',
  (command) => {
    const output = lastOutput(...story, `resched ${command}`, 'rx c1 add_addr 1 10.9.2.1')
    const at = output.indexOf(`[500] resched ${command}`)

    expect(at).toBeGreaterThan(0)
    expect(output[at + 1]).toMatch(/ join c1\/3/)
  },
)

test('whether the application may release a socket then is the same question: it may not, even its own', () => {
  const output = lastOutput(...story, 'resched own c1', 'resched release c1', 'rx c1 add_addr 1 10.9.2.1')

  expect(output.at(-1)).toBe('[500] block subflow_work(c1)')
})

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
])('"%s" is refused: %s', (command, message) => {
  expect(errorOf(worldAfter(...story), command)).toBe(message)
})
