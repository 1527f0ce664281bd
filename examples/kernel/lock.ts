import type { Coroutine, Machine } from './machine.ts'

/** A lock on which a worker may sleep: the mpcb mutex, or the lock of a meta socket. */
export interface Lock {
  held: boolean
  /** Workers that sleep on it, in the order in which they began to. */
  readonly waiters: Coroutine[]
}

/** The reason for which a worker yields the processor: the lock on which it sleeps, or cond_resched(). */
type Wait = Lock | 'cond_resched'

/** A run of a worker that can sleep. It yields only where the C code can lose the processor. */
export type Sleeping<Result = void> = Generator<Wait, Result, void>

/** A lock that is free. */
export function createLock(): Lock {
  return { held: false, waiters: [] }
}

/** mutex_lock() and lock_sock_nested(): takes the lock; sleeps while it is held, and checks again after waking. */
export function* acquire(lock: Lock): Sleeping {
  while (lock.held) yield lock
  lock.held = true
}

/** Releases the lock and wakes its first waiter. Another worker may take the lock before that one. */
export function release(machine: Machine, lock: Lock): void {
  lock.held = false
  const waiter = lock.waiters.shift()
  if (waiter) machine.workqueue.woken.push(waiter)
}
