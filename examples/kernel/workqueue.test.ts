import { expect, test } from 'vitest'
import { advance, drain } from '../host/time.ts'
import { acquire, type Lock, release } from './lock.ts'
import { createMachine, type Machine } from './machine.ts'
import { cancelWork, queueWork, Work } from './workqueue.ts'

function item(name: string, worker: () => void = () => {}): Work<undefined> {
  return new Work(name, worker, undefined)
}

/** The lines of the log without times, such as `run a`. */
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

test('a queued item that sleeps is not run twice at once: it stays pending until it has ended', () => {
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

test('a delay is counted from when the item was queued, and a delay of 0 is none', () => {
  const machine = createMachine()

  queueWork(machine, item('later'), 500)
  queueWork(machine, item('now'), 0)
  advance(machine, 499)
  expect(machine.log).toEqual(['[0] queue later +500', '[0] queue now', '[0] run now', '[0] done now'])
  advance(machine, 1)

  expect(machine.log.slice(4)).toEqual(['[500] run later', '[500] done later'])
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
