import { expect, test } from 'vitest'
import { advance, drain } from '../host/time.ts'
import { acquire, type Lock, release, type Sleeping } from './lock.ts'
import { createMachine, type Machine } from './machine.ts'
import { cancelWork, queueWork, Work } from './workqueue.ts'

function item(name: string, worker: () => void = () => {}): Work<undefined> {
  return new Work(name, worker, undefined)
}

/** The log without times, one event a word pair: `run a`. */
function events({ log }: Machine): string[] {
  return log.map((line) => line.replace(/^\[\d+\] /, ''))
}

test('work runs when the queue is drained, oldest first, and not while it is being queued', () => {
  const machine = createMachine()

  queueWork(machine, item('a'))
  queueWork(machine, item('b'))
  expect(events(machine)).toEqual(['queue a', 'queue b'])
  drain(machine)

  expect(events(machine).slice(2)).toEqual(['run a', 'done a', 'run b', 'done b'])
})

test('queueing an item that is pending does nothing and says nothing', () => {
  const machine = createMachine()
  const a = item('a')

  queueWork(machine, a)
  queueWork(machine, a)
  queueWork(machine, a, 500)

  expect(machine.log).toEqual(['[0] queue a'])
})

test('an item that runs is not pending: it may queue itself, and runs again when it is done', () => {
  const machine = createMachine()
  let runs = 0
  const a: Work<undefined> = item('a', () => {
    if (++runs < 3) queueWork(machine, a)
  })

  queueWork(machine, a)
  drain(machine)

  expect(events(machine)).toEqual([
    'queue a',
    ...['run a', 'queue a', 'done a'],
    ...['run a', 'queue a', 'done a'],
    ...['run a', 'done a'],
  ])
})

/** Sleeps until the lock is free, and takes it. */
function sleeper(lock: Lock): Work<Lock> {
  return new Work('sleeper', acquire, lock)
}

test('an item whose turn comes while it sleeps is set aside, still pending, until it is done', () => {
  const machine = createMachine()
  const lock = { held: true, waiters: [] }
  const work = sleeper(lock)
  queueWork(machine, work)
  drain(machine)

  queueWork(machine, work)
  drain(machine)
  expect(work).toMatchObject({ running: true, pending: true, again: true })

  release(machine, lock)
  drain(machine)
  expect(events(machine).slice(3)).toEqual([
    'queue sleeper',
    ...['resume sleeper', 'done sleeper'],
    ...['run sleeper', 'block sleeper'],
  ])
})

test('those who were woken go before those whose turn it is', () => {
  const machine = createMachine()
  const lock = { held: true, waiters: [] }
  queueWork(machine, sleeper(lock))
  drain(machine)

  queueWork(machine, item('fresh'))
  release(machine, lock)
  drain(machine)

  expect(events(machine).slice(-4)).toEqual(['resume sleeper', 'done sleeper', 'run fresh', 'done fresh'])
})

test('a delay is counted from when the item was queued, and a delay of 0 is none', () => {
  const machine = createMachine()

  queueWork(machine, item('later'), 500)
  queueWork(machine, item('now'), 0)
  advance(machine, 499)
  expect(machine.log).toEqual(['[0] queue later +500', '[0] queue now', '[0] run now', '[0] done now'])
  advance(machine, 1)

  expect(machine.log.slice(4)).toEqual(['[500] run later', '[500] done later'])
})

test('timers fire in the order of their times, and those of one time in the order in which they were armed', () => {
  const machine = createMachine()

  for (const [name, delay] of [
    ['c', 30],
    ['a', 10],
    ['b1', 20],
    ['b2', 20],
  ] as const)
    queueWork(machine, item(name), delay)
  advance(machine, 100)

  expect(machine.log.filter((line) => line.includes('run'))).toEqual([
    '[10] run a',
    '[20] run b1',
    '[20] run b2',
    '[30] run c',
  ])
  expect(machine.now).toBe(100)
})

test('what a timer queues runs at that time, and a timer armed meanwhile may still fire in the same advance', () => {
  const machine = createMachine()

  queueWork(
    machine,
    item('a', () => queueWork(machine, item('b'), 10)),
    10,
  )
  advance(machine, 20)

  expect(machine.log.at(-1)).toBe('[20] done b')
})

test('cancelled work does not run, whether its time or its turn was to come', () => {
  const machine = createMachine()
  const [timed, ready, other] = [item('timed'), item('ready'), item('other')]
  queueWork(machine, timed, 10)
  queueWork(machine, ready)
  queueWork(machine, other)

  cancelWork(machine, timed)
  cancelWork(machine, ready)
  cancelWork(machine, item('never queued'))
  advance(machine, 10)

  expect(events(machine).slice(3)).toEqual(['run other', 'done other'])
})

test('cancelled work can be queued again', () => {
  const machine = createMachine()
  const a = item('a')
  queueWork(machine, a, 10)

  cancelWork(machine, a)
  queueWork(machine, a, 20)
  advance(machine, 20)

  expect(machine.log.at(-1)).toBe('[20] done a')
})

function* polite(): Sleeping {
  yield 'cond_resched'
}

test('each offer of the processor is taken where it is made', () => {
  const machine = createMachine()
  machine.onCondResched = () => machine.print('somebody else')
  queueWork(machine, new Work('a', polite, undefined))

  drain(machine)

  expect(events(machine)).toEqual(['queue a', 'run a', 'somebody else', 'done a'])
})

test('the clock goes on by whole milliseconds, never back, and never beyond what a number can count', () => {
  const machine = createMachine()
  advance(machine, 500)

  for (const ms of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER]) {
    expect(() => advance(machine, ms)).toThrow(
      `the clock cannot go on by ${ms} ms: expected a whole number from 0 to 9007199254740491`,
    )
  }
  expect(machine.now).toBe(500)
})

test('the clock reaches its end at once, however far that is', () => {
  const machine = createMachine()

  advance(machine, Number.MAX_SAFE_INTEGER)
  advance(machine, 0)

  expect(machine.now).toBe(Number.MAX_SAFE_INTEGER)
})
