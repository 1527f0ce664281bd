import type { Sleeping } from './lock.ts'
import type { Machine } from './machine.ts'

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

function arm(machine: Machine, work: AnyWork, due: number): void {
  const { timers } = machine.workqueue
  work.due = due
  const sameTime = timers.get(due)
  if (sameTime) sameTime.push(work)
  else timers.set(due, [work])
}
