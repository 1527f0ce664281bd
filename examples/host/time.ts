import { Invalid } from '../kernel/invalid.ts'
import type { Coroutine, Machine } from '../kernel/machine.ts'
import type { AnyWork } from '../kernel/workqueue.ts'

/** Runs all work that can run now: woken workers first, then queued items. */
export function drain(machine: Machine): void {
  const { ready, woken } = machine.workqueue
  for (;;) {
    const sleeper = woken.shift()
    if (sleeper) {
      machine.print(`resume ${sleeper.work.name}`)
      proceed(machine, sleeper)
      continue
    }
    const work = ready.shift()
    if (!work) return
    if (work.running) work.again = true
    else start(machine, work)
  }
}

/**
 * Moves the clock forward, from timer to timer, and runs all work that is due.
 *
 * @param ms milliseconds, 0 or more
 */
export function advance(machine: Machine, ms: number): void {
  const left = Number.MAX_SAFE_INTEGER - machine.now
  if (!(Number.isInteger(ms) && ms >= 0 && ms <= left))
    throw new Invalid(`the clock cannot go on by ${ms} ms: expected a whole number from 0 to ${left}`)
  const end = machine.now + ms
  const { timers, ready } = machine.workqueue
  drain(machine)
  for (let due = nextTimer(timers); due <= end; due = nextTimer(timers)) {
    machine.now = due
    for (const work of timers.get(due) ?? []) {
      work.due = undefined
      ready.push(work)
    }
    timers.delete(due)
    drain(machine)
  }
  machine.now = end
}

/** The time of the next timer, in ms; Infinity if none is armed. No delay exceeds 1000 ms, so there are few times. */
function nextTimer(timers: ReadonlyMap<number, unknown>): number {
  let next = Number.POSITIVE_INFINITY
  for (const due of timers.keys()) if (due < next) next = due
  return next
}

function start(machine: Machine, work: AnyWork): void {
  work.pending = false
  work.running = true
  machine.print(`run ${work.name}`)
  const steps = work.worker(work.subject)
  if (steps) proceed(machine, { work, steps })
  else finish(machine, work)
}

/** Runs a worker until it sleeps or ends. */
function proceed(machine: Machine, coroutine: Coroutine): void {
  for (;;) {
    const { done, value } = coroutine.steps.next()
    if (done) {
      finish(machine, coroutine.work)
      return
    }
    if (value === 'cond_resched') {
      machine.onCondResched()
    } else {
      machine.print(`block ${coroutine.work.name}`)
      value.waiters.push(coroutine)
      return
    }
  }
}

function finish(machine: Machine, work: AnyWork): void {
  work.running = false
  machine.print(`done ${work.name}`)
  if (!work.again) return
  work.again = false
  machine.workqueue.ready.push(work)
}
