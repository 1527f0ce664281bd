import type { Sleeping } from './lock.ts'
import type { Machine } from './machine.ts'

/** The function of a work item: a generator if it can sleep. */
type Worker<Subject> = ((subject: Subject) => Sleeping) | ((subject: Subject) => void)

/**
 * A work item of `mptcp_wq`. Queueing a pending item does nothing. An item that runs is not pending: it can be queued
 * again, and runs again after it has ended.
 */
export class Work<Subject = never> {
  /** Queued, or its timer is armed. */
  pending = false
  /** Started and not ended; it may sleep. */
  running = false
  /** It was to run while it was running: it is queued again when it ends. */
  again = false
  /** When its timer fires, in ms; undefined when none is armed. */
  due: number | undefined

  /** As the log prints it, for instance `subflow_work(c1)`. */
  readonly name: string
  readonly worker: Worker<Subject>
  /** The argument of the worker: the structure that C finds with container_of(). */
  readonly subject: Subject

  constructor(name: string, worker: Worker<Subject>, subject: Subject) {
    this.name = name
    this.worker = worker
    this.subject = subject
  }
}

// Items with all kinds of subjects are in one queue.
// biome-ignore lint/suspicious/noExplicitAny: the queue does not use the subject
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

function arm(machine: Machine, work: AnyWork, due: number): void {
  const { timers } = machine.workqueue
  work.due = due
  const sameTime = timers.get(due)
  if (sameTime) sameTime.push(work)
  else timers.set(due, [work])
}
