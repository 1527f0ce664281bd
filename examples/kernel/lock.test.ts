import { expect, test } from 'vitest'
import { drain } from '../host/time.ts'
import { acquire, createLock, type Lock, release, type Sleeping } from './lock.ts'
import { createMachine } from './machine.ts'
import { queueWork, Work } from './workqueue.ts'

/** Takes the lock, calls cond_resched(), and releases the lock. */
function* worker(lock: Lock): Sleeping {
  yield* acquire(lock)
  yield 'cond_resched'
}

test('a worker that finds a lock held sleeps until it is released', () => {
  const machine = createMachine()
  const lock = createLock()
  lock.held = true

  queueWork(machine, new Work('a', worker, lock))
  drain(machine)
  expect(lock.waiters).toHaveLength(1)

  release(machine, lock)
  drain(machine)

  expect(machine.log).toEqual(['[0] queue a', '[0] run a', '[0] block a', '[0] resume a', '[0] done a'])
  expect(lock.held).toBe(true)
})

test('a release wakes one sleeper, the one that has slept longest', () => {
  const machine = createMachine()
  const lock = createLock()
  lock.held = true
  for (const name of ['a', 'b']) queueWork(machine, new Work(name, worker, lock))
  drain(machine)

  release(machine, lock)
  drain(machine)

  expect(machine.log.slice(-2)).toEqual(['[0] resume a', '[0] done a'])
  expect(lock.waiters.map(({ work }) => work.name)).toEqual(['b'])
})

test('a woken worker checks again: if another has taken the lock, it sleeps again, as the last in the queue', () => {
  const machine = createMachine()
  const lock = createLock()
  lock.held = true
  for (const name of ['a', 'b']) queueWork(machine, new Work(name, worker, lock))
  drain(machine)

  release(machine, lock)
  lock.held = true
  drain(machine)

  expect(machine.log.slice(-2)).toEqual(['[0] resume a', '[0] block a'])
  expect(lock.waiters.map(({ work }) => work.name)).toEqual(['b', 'a'])
})

test('a lock on which no worker sleeps is free after its release', () => {
  const machine = createMachine()
  const lock = createLock()

  acquire(lock).next()
  expect(lock.held).toBe(true)
  release(machine, lock)

  expect(lock).toEqual({ held: false, waiters: [] })
})
