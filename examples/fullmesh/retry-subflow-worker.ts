import { allocate } from '../kernel/faults.ts'
import { FAMILIES } from '../kernel/inet.ts'
import {
  initSubsockets,
  type LocalAddress,
} from '../kernel/init-subsockets.ts'
import type { Sleeping } from '../kernel/lock.ts'
import { put, type Session } from '../kernel/session.ts'
import {
  lockSession,
  unlockSession,
  yieldSession,
} from '../kernel/session-lock.ts'
import { lowestSlot, withoutSlot, withSlot } from './bitfield.ts'
import { openExtraSubflows } from './extra-subflows.ts'
import {
  fmGetNs,
  type LocalAddresses,
  localAt,
  type Remote,
  remotesOf,
} from './structures.ts'

/**
 * Tries every pair once more whose attempt failed with ENETUNREACH.
 *
 * Runs on `mptcp_wq` 1000 ms after `createSubflowWorker` queued it.
 * One pair per round; between rounds it releases both locks. The result of
 * an attempt is ignored, so there is no third attempt.
 *
 * Sleeps on the mpcb mutex and the lock of the meta socket, before each
 * pair.
 *
 * @see mptcp_fullmesh.c:347 `retry_subflow_worker`
 */
export function* retrySubflowWorker(session: Session): Sleeping {
  // As in createSubflowWorker: C copies the table, and if the copy fails,
  // two references are never dropped (a quirk).
  if (!allocate(session.machine)) return
  const { local } = fmGetNs(session.namespace)

  yield* lockSession(session)
  while (!session.dead) {
    const pair = nextRetry(session, local)
    if (!pair) break
    const { remote, slot } = pair
    remote.bitfield = withSlot(remote.bitfield, slot)
    remote.retryBitfield = withoutSlot(remote.retryBitfield, slot)
    initSubsockets(session, pair.local, remote)
    openExtraSubflows(session, pair.local, remote)
    yield* yieldSession(session)
  }
  unlockSession(session)
  put(session)
}

/**
 * The first remote address with a pair to retry, and the lowest local slot
 * of such a pair.
 */
function nextRetry(
  session: Session,
  local: LocalAddresses,
): { local: LocalAddress; slot: number; remote: Remote } | undefined {
  for (const family of FAMILIES) {
    for (const remote of remotesOf(session, family)) {
      const slot = lowestSlot(remote.retryBitfield)
      // Quirk: if the slot is empty now, the address that it held last is
      // tried.
      if (slot !== undefined)
        return { local: localAt(local, family, slot), slot, remote }
    }
  }
  return undefined
}
