import { allocate } from '../kernel/faults.ts'
import { familyOf } from '../kernel/inet.ts'
import type { Namespace } from '../kernel/namespace.ts'
import { applyToSessions, type TableChange } from './apply-to-sessions.ts'
import {
  findAddress,
  findFreeSlot,
  withAddress,
  withoutAddress,
} from './local-addresses.ts'
import { type AddressEvent, fmGetNs, localAt } from './structures.ts'

/**
 * Handles the events about local addresses one by one. An event changes
 * the table of the namespace; if the table has changed, the change is
 * applied to every session.
 *
 * Runs on `mptcp_wq`, one work item per namespace, 500 ms after the event
 * that queued it. Only this function changes the table. It does not sleep:
 * if the meta socket is owned, the session gets the deferred flag, and
 * `fullMeshReleaseSock` handles it when the socket is released.
 *
 * @see mptcp_fullmesh.c:710 `mptcp_address_worker`
 */
export function addressWorker(net: Namespace): void {
  const fmNs = fmGetNs(net)
  for (
    let event = fmNs.events.shift();
    event;
    event = fmNs.events.shift()
  ) {
    const change =
      event.code === 'DEL'
        ? removeFromTable(net, event)
        : addToTable(net, event)
    if (change) applyToSessions(net, change)
  }
}

/**
 * Empties the slot of an address (:744).
 * @returns undefined if nothing changed: the address has no slot, or the
 *   allocation failed
 */
function removeFromTable(
  net: Namespace,
  event: AddressEvent,
): TableChange | undefined {
  const { address, ifindex } = event
  const fmNs = fmGetNs(net)
  const slot = findAddress(fmNs.local, address, ifindex)
  if (slot === undefined || !allocate(net.machine)) return undefined
  fmNs.local = withoutAddress(fmNs.local, familyOf(address), slot)
  return { event, slot }
}

/**
 * Stores a new address in a free slot, or the new backup flag of a known
 * address (:767). A MOD of an unknown address counts as an ADD.
 *
 * @returns undefined if nothing changed: no slot is free, the flag is the
 *   same, or the allocation failed
 */
function addToTable(
  net: Namespace,
  event: AddressEvent,
): TableChange | undefined {
  const { address, ifindex, lowPrio } = event
  const fmNs = fmGetNs(net)
  const { local } = fmNs
  const family = familyOf(address)

  const known = findAddress(local, address, ifindex)
  // Quirk: an address without a slot is dropped, and gets none when one
  // becomes free.
  const slot = known ?? findFreeSlot(local, family)
  if (slot === undefined) return undefined
  if (
    known !== undefined &&
    localAt(local, family, slot).lowPrio === lowPrio
  )
    return undefined

  if (!allocate(net.machine)) return undefined
  fmNs.local = withAddress(local, slot, { address, lowPrio, ifindex })
  // Quirk: an ADD that only changes the flag stays an ADD, so no subflow
  // gets the new flag.
  return {
    event: known === undefined ? { ...event, code: 'ADD' } : event,
    slot,
  }
}
