import { Invalid } from './invalid.ts'
import type { Sleeping } from './lock.ts'
import type { Coroutine, Machine } from './machine.ts'

/** What a work item does: a generator if it can sleep. */
type Worker<Subject> = ((subject: Subject) => Sleeping) | ((subject: Subject) => void)

/**
 * A work item of `mptcp_wq`. Queueing a pending item does nothing; an item that runs is no longer pending, so
 * it can be queued again, and its turn comes when it is done.
 */
export class Work<Subject = never> {
  /** Waits for its time or its turn. */
  pending = false
  /** Has begun and not ended; it may be asleep. */
  running = false
  /** Its turn came while it ran: to be queued when it is done. */
  again = false
  /** When its timer fires, in ms; undefined when none is armed. */
  due: number | undefined

  /** As the log prints it, for instance `subflow_work(c1)`. */
  readonly name: string
  readonly worker: Worker<Subject>
  /** What the worker gets: the structure that C finds with container_of(). */
  readonly subject: Subject

  constructor(name: string, worker: Worker<Subject>, subject: Subject) {
    this.name = name
    this.worker = worker
    this.subject = subject
  }
}

// Items for all subjects share one queue; which subject an item has is nobody's business but its worker's.
// biome-ignore lint/suspicious/noExplicitAny: the queue never looks at a subject
export type AnyWork = Work<any>

/** queue_work(), and queue_delayed_work() when `delay` (in ms) is given and not 0. */
export function queueWork(machine: Machine, work: AnyWork, delay = 0): void {
  if (work.pending) return
  work.pending = true
  if (delay > 0) {
    machine.print(`queue ${work.name} +${delay}`)
    arm(machine, work, machine.now + delay)
  } else {
    machine.print(`queue ${work.name}`)
    machine.workqueue.ready.push(work)
  }
}

/** cancel_delayed_work_sync(), for an item that is not running. */
export function cancelWork(machine: Machine, work: AnyWork): void {
  if (!work.pending) return
  work.pending = false
  const { ready, timers } = machine.workqueue
  if (work.due === undefined) ready.remove(work)
  else timers.set(work.due, timers.get(work.due)?.filter((armed) => armed !== work) ?? [])
  work.due = undefined
}

/** Lets everything run that can run now: those who were woken first, then those whose turn it is. */
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

/** Moves the clock on by `ms` milliseconds (0 or more), from timer to timer, and lets everything run that is due. */
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

/** When the next timer fires, in ms; Infinity when none is armed. No delay is longer than 1000 ms, so there are few times. */
function nextTimer(timers: ReadonlyMap<number, unknown>): number {
  let next = Number.POSITIVE_INFINITY
  for (const due of timers.keys()) if (due < next) next = due
  return next
}

function arm(machine: Machine, work: AnyWork, due: number): void {
  const { timers } = machine.workqueue
  work.due = due
  const sameTime = timers.get(due)
  if (sameTime) sameTime.push(work)
  else timers.set(due, [work])
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
