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
 * One more try for every pair that found no route.
 *
 * Runs on `mptcp_wq` 1000 ms after {@link createSubflowWorker} asked for
 * it, and goes on like it: one pair a round, letting go of the session in
 * between. What comes of a try is not looked at, so there is no third.
 *
 * Sleeps on the mpcb mutex and the meta socket, before each pair.
 *
 * @see mptcp_fullmesh.c:347 `retry_subflow_worker`
 */
export function* retrySubflowWorker(session: Session): Sleeping {
  if (!allocate(session.machine)) return // Quirk: it keeps its two references for good.
  const { local } = fmGetNs(session.namespace) // C copies it here

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
 * The first remote that waits for a retry, with the lowest local slot that
 * does.
 */
function nextRetry(
  session: Session,
  local: LocalAddresses,
): { local: LocalAddress; slot: number; remote: Remote } | undefined {
  for (const family of FAMILIES) {
    for (const remote of remotesOf(session, family)) {
      const slot = lowestSlot(remote.retryBitfield)
      // Quirk: the slot may be empty by now; what it last held is tried all
      // the same.
      if (slot !== undefined)
        return {
          local: localAt(local, family, slot),
          slot,
          remote,
        }
    }
  }
  return undefined
}
