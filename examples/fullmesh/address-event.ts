import { allocate } from '../kernel/faults.ts'
import type { Namespace } from '../kernel/namespace.ts'
import { queueWork } from '../kernel/workqueue.ts'
import {
  type AddressEvent,
  type FullmeshNamespace,
  fmGetNs,
} from './structures.ts'

/**
 * The time from the event that queues the worker until it runs, in ms.
 * @see mptcp_fullmesh.c:1070 in `add_pm_event`
 */
const EVENT_DELAY = 500

/**
 * Queues an event, at most one for each address and device. A later ADD or
 * MOD changes the event in the queue. A later DEL removes it, and is added
 * at the end of the queue.
 *
 * Runs in the context of the notifier chain. The delay of the worker counts
 * from the event that queued it; later events do not restart it.
 *
 * @see mptcp_fullmesh.c:1035 `add_pm_event`
 */
export function addPmEvent(
  namespace: Namespace,
  event: AddressEvent,
): void {
  const fmNs = fmGetNs(namespace)
  const waiting = lookupSimilarEvent(fmNs, event)
  if (waiting && event.code !== 'DEL') {
    waiting.lowPrio = event.lowPrio
    waiting.code = event.code
    return
  }
  if (waiting) fmNs.events.splice(fmNs.events.indexOf(waiting), 1)

  // If the allocation fails, the event is lost. If it is a DEL, the event
  // that it replaces is lost too.
  if (!allocate(namespace.machine)) return
  fmNs.events.push(event)
  queueWork(namespace.machine, fmNs.addressWorker, EVENT_DELAY)
}

/** @see mptcp_fullmesh.c:1012 `lookup_similar_event` */
function lookupSimilarEvent(
  { events }: FullmeshNamespace,
  event: AddressEvent,
): AddressEvent | undefined {
  return events.find(
    ({ address, ifindex }) =>
      address === event.address && ifindex === event.ifindex,
  )
}
