import type { Coroutine, Machine } from './machine.ts'

/** A lock its taker may sleep on: the mpcb mutex, or the ownership of a meta socket. */
export interface Lock {
  held: boolean
  /** Who sleeps on it, longest first. */
  readonly waiters: Coroutine[]
}

/** Why a worker gives up the processor: it needs a lock, or it was polite enough to call cond_resched(). */
export type Wait = Lock | 'cond_resched'

/** A worker that can sleep. It yields at every place where the C code can lose the processor, and nowhere else. */
export type Sleeping<Result = void> = Generator<Wait, Result, void>

export function createLock(): Lock {
  return { held: false, waiters: [] }
}

/** mutex_lock() and lock_sock_nested(): sleeps until the lock is free, looks again on waking, takes it. */
export function* acquire(lock: Lock): Sleeping {
  while (lock.held) yield lock
  lock.held = true
}

/** Gives the lock up and wakes the one who has slept on it longest; who gets it is then decided by who comes first. */
export function release(machine: Machine, lock: Lock): void {
  lock.held = false
  const waiter = lock.waiters.shift()
  if (waiter) machine.workqueue.woken.push(waiter)
}
