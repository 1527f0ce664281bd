import { allocate } from '../kernel/faults.ts'
import type { Namespace } from '../kernel/namespace.ts'
import { queueWork } from '../kernel/workqueue.ts'
import {
  type AddressEvent,
  type FullmeshNamespace,
  fmGetNs,
} from './structures.ts'

/**
 * How long events are collected before they are carried out, in ms.
 * @see mptcp_fullmesh.c:1070 in `add_pm_event`
 */
const EVENT_DELAY = 500

/**
 * Queues an event, at most one for each address and device: a later ADD or
 * MOD changes the one that waits, a later DEL takes its place at the end of
 * the line.
 *
 * The worker's delay counts from the first event, and later ones do not put
 * it off.
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

  if (!allocate(namespace.machine)) return // lost, and with a DEL the event that it replaced
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
