import { expect, test } from 'vitest'
import { acquire, type Lock, release, type Sleeping } from '../kernel/lock.ts'
import { createMachine, type Machine } from '../kernel/machine.ts'
import { queueWork, Work } from '../kernel/workqueue.ts'
import { advance, drain } from './time.ts'

function item(name: string, worker: () => void = () => {}): Work<undefined> {
  return new Work(name, worker, undefined)
}

/** The lines of the log without times, such as `run a`. */
function events({ log }: Machine): string[] {
  return log.map((line) => line.replace(/^\[\d+\] /, ''))
}

/** Sleeps until the lock is free, and takes it. */
function sleeper(lock: Lock): Work<Lock> {
  return new Work('sleeper', acquire, lock)
}

function* rescheduling(): Sleeping {
  yield 'cond_resched'
}

test('woken workers run before queued items', () => {
  const machine = createMachine()
  const lock = { held: true, waiters: [] }
  queueWork(machine, sleeper(lock))
  drain(machine)

  queueWork(machine, item('fresh'))
  release(machine, lock)
  drain(machine)

  expect(events(machine).slice(-4)).toEqual(['resume sleeper', 'done sleeper', 'run fresh', 'done fresh'])
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

test('what is set for cond_resched() runs within the worker that calls it', () => {
  const machine = createMachine()
  machine.onCondResched = () => machine.print('another command')
  queueWork(machine, new Work('a', rescheduling, undefined))

  drain(machine)

  expect(events(machine)).toEqual(['queue a', 'run a', 'another command', 'done a'])
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
