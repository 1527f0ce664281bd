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
 * Carries out what happened to local addresses, event by event: first in
 * the table of the namespace, then, if the table changed, in every session.
 *
 * Runs on `mptcp_wq`, one item per namespace, 500 ms after the first event.
 * It is the only one that changes the table, and it never sleeps: a session
 * that is owned by a process gets a mark and is seen to when the process
 * lets go ({@link fullMeshReleaseSock}).
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
        ? forgetAddress(net, event)
        : learnAddress(net, event)
    if (change) applyToSessions(net, change)
  }
}

/**
 * Empties the slot of an address (:744).
 * @returns undefined if nothing changed: the address has no slot, or there
 *   is no memory
 */
function forgetAddress(
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
 * Gives a new address a slot, or a known one its new backup flag (:767). A
 * change to an unknown address is an addition.
 *
 * @returns undefined if nothing changed: there was no slot or no memory, or
 *   the flag is as it was
 */
function learnAddress(
  net: Namespace,
  event: AddressEvent,
): TableChange | undefined {
  const { address, ifindex, lowPrio } = event
  const fmNs = fmGetNs(net)
  const { local } = fmNs
  const family = familyOf(address)

  const known = findAddress(local, address, ifindex)
  // Quirk: an address without a slot is dropped, and is not looked for when
  // one becomes free.
  const slot = known ?? findFreeSlot(local, family)
  if (slot === undefined) return undefined
  const isNew = known === undefined
  if (!isNew && localAt(local, family, slot).lowPrio === lowPrio)
    return undefined

  if (!allocate(net.machine)) return undefined
  fmNs.local = withAddress(local, slot, { address, lowPrio, ifindex })
  // Quirk: an ADD that only changes the flag stays an ADD, so no subflow
  // gets the new flag.
  return { event: isNew ? { ...event, code: 'ADD' } : event, slot }
}
