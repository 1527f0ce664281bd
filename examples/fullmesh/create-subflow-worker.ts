import { errno } from '../kernel/errno.ts'
import { allocate } from '../kernel/faults.ts'
import { FAMILIES } from '../kernel/inet.ts'
import {
  initSubsockets,
  type LocalAddress,
} from '../kernel/init-subsockets.ts'
import type { Sleeping } from '../kernel/lock.ts'
import { hold, put, type Session } from '../kernel/session.ts'
import {
  lockSession,
  unlockSession,
  yieldSession,
} from '../kernel/session-lock.ts'
import { inetAddresses } from '../kernel/socket.ts'
import { queueWork, type Work } from '../kernel/workqueue.ts'
import { lowestSlot, withSlot } from './bitfield.ts'
import { openExtraSubflows } from './extra-subflows.ts'
import {
  fmGetNs,
  fullmeshGetPriv,
  type LocalAddresses,
  localAt,
  type Remote,
  remotesOf,
} from './structures.ts'

/**
 * The time from the end of the worker's run until the only retry of the
 * pairs that failed with ENETUNREACH, in ms.
 * @see mptcp_fullmesh.c:18 `MPTCP_SUBFLOW_RETRY_DELAY`
 */
const RETRY_DELAY = 1000

/**
 * Opens a subflow for every pair of a local and a remote address that has
 * not been tried.
 *
 * Runs on `mptcp_wq` after `fullMeshCreateSubflows`. One pair per round,
 * IPv4 before IPv6; between rounds it releases both locks. It uses the
 * local addresses as they were when it started, and the current remote
 * addresses.
 *
 * Sleeps on the mpcb mutex and the lock of the meta socket, before each
 * pair.
 *
 * @see mptcp_fullmesh.c:452 `create_subflow_worker`
 */
export function* createSubflowWorker(session: Session): Sleeping {
  // C copies the table. Here a published table never changes, so no copy is
  // needed. Quirk: if the copy fails, two references are never dropped.
  if (!allocate(session.machine)) return
  const { local } = fmGetNs(session.namespace)

  let retry = false
  yield* lockSession(session)
  while (canOpenSubflows(session)) {
    openFirstPair(session)
    const pair = nextFreePair(session, local)
    if (!pair) {
      if (retry) queueRetry(session)
      break
    }
    const { remote, slot } = pair
    // Set before the attempt; it stays set if the attempt fails.
    remote.bitfield = withSlot(remote.bitfield, slot)
    if (
      initSubsockets(session, pair.local, remote) === -errno.ENETUNREACH
    ) {
      remote.retryBitfield = withSlot(remote.retryBitfield, slot)
      retry = true
    } else {
      // Quirk: also after any other error.
      openExtraSubflows(session, pair.local, remote)
    }
    yield* yieldSession(session)
  }
  unlockSession(session)
  put(session)
}

/**
 * Whether the session may open subflows. If it is closed between two
 * rounds, no retry is queued for the pairs of earlier rounds.
 */
function canOpenSubflows({ dead, master }: Session): boolean {
  return !dead && (!master || master.fullyEstablished)
}

/**
 * Opens the extra subflows of the initial pair, once.
 *
 * Quirk: always in IPv4, so an IPv6 session gets subflows from 0.0.0.0 to
 * 0.0.0.0 (from 127.0.0.6 if the application called bind() with an IPv6
 * address). C has an IPv6 block too (:542), but the IPv4 block has set
 * `first_pair` before.
 */
function openFirstPair(session: Session): void {
  const priv = fullmeshGetPriv(session)
  if (priv.firstPair || !session.master) return
  const { source, destination } = inetAddresses(session)
  const local = {
    address: source,
    id: 0,
    lowPrio: false,
    ifindex: session.master.boundDevice,
  }
  openExtraSubflows(session, local, {
    address: destination,
    port: session.destinationPort,
    id: 0,
  })
  priv.firstPair = true
}

/**
 * The first remote address that has an untried local address, and the
 * lowest slot of such a local address.
 */
function nextFreePair(
  session: Session,
  local: LocalAddresses,
): { local: LocalAddress; slot: number; remote: Remote } | undefined {
  for (const family of FAMILIES) {
    const { bits } = local[family]
    for (const remote of remotesOf(session, family)) {
      const slot = lowestSlot(bits & ~remote.bitfield)
      if (slot !== undefined)
        return { local: localAt(local, family, slot), slot, remote }
    }
  }
  return undefined
}

/**
 * Queues one retry for all pairs without a route. Quirk: if a retry is
 * queued already, the pairs of this run are retried before their 1000 ms
 * are over.
 */
function queueRetry(session: Session): void {
  const work = fullmeshGetPriv(session).subflowRetryWork as Work<Session>
  if (work.pending) return
  hold(session)
  queueWork(session.machine, work, RETRY_DELAY)
}
