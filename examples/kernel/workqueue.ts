import type { Sleeping } from './lock.ts'
import type { Machine } from './machine.ts'

/** The function of a work item: a generator if it can sleep. */
type Worker<Subject> = ((subject: Subject) => Sleeping) | ((subject: Subject) => void)

/**
 * A work item of `mptcp_wq`. Queueing a pending item does nothing. A running item is not pending: it can be queued
 * again, and then runs again after it has ended.
 */
export class Work<Subject = never> {
  /** Whether it is queued, or its timer is armed. */
  pending = false
  /** Whether it has started and not ended; it may sleep. */
  running = false
  /** Whether its turn came while it was running, so that it is queued again when it ends. */
  again = false
  /** The time at which its timer fires, in ms; undefined if no timer is armed. */
  due: number | undefined

  /** The name in the log, such as `subflow_work(c1)`. */
  readonly name: string
  readonly worker: Worker<Subject>
  /** The argument of the worker. C finds it with container_of(). */
  readonly subject: Subject

  constructor(name: string, worker: Worker<Subject>, subject: Subject) {
    this.name = name
    this.worker = worker
    this.subject = subject
  }
}

/** A work item with a subject of any type, since one queue has them all. */
// biome-ignore lint/suspicious/noExplicitAny: the queue does not use the subject
export type AnyWork = Work<any>

/** queue_work(), and queue_delayed_work() if `delay` (in ms) is not 0. */
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

function arm(machine: Machine, work: AnyWork, due: number): void {
  const { timers } = machine.workqueue
  work.due = due
  const sameTime = timers.get(due)
  if (sameTime) sameTime.push(work)
  else timers.set(due, [work])
}
