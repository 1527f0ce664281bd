import type { Coroutine, Machine } from './machine.ts'

/** A lock on which a worker may sleep: the mpcb mutex, or the lock of a meta socket. */
export interface Lock {
  held: boolean
  /** Workers that sleep on it; the one that has slept longest is first. */
  readonly waiters: Coroutine[]
}

/** Why a worker gives up the processor: it waits for a lock, or calls cond_resched(). */
type Wait = Lock | 'cond_resched'

/** A worker that can sleep. It yields where the C code can lose the processor, and nowhere else. */
export type Sleeping<Result = void> = Generator<Wait, Result, void>

export function createLock(): Lock {
  return { held: false, waiters: [] }
}

/** mutex_lock() and lock_sock_nested(): takes the lock; sleeps while it is held, and checks again after waking. */
export function* acquire(lock: Lock): Sleeping {
  while (lock.held) yield lock
  lock.held = true
}

/** Releases the lock and wakes the worker that has slept on it longest. Another worker may take the lock before that one. */
export function release(machine: Machine, lock: Lock): void {
  lock.held = false
  const waiter = lock.waiters.shift()
  if (waiter) machine.workqueue.woken.push(waiter)
}
