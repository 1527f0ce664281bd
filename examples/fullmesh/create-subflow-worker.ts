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
 * How long a pair without a route waits for its one retry, in ms.
 * @see mptcp_fullmesh.c:18 `MPTCP_SUBFLOW_RETRY_DELAY`
 */
const RETRY_DELAY = 1000

/**
 * Opens a subflow for every pair of a local and a remote address that has
 * none.
 *
 * Runs on `mptcp_wq` after {@link fullMeshCreateSubflows}. One pair a
 * round, IPv4 before IPv6; between rounds it lets go of the session. The
 * local addresses it sees are those of its start; the remote ones are live.
 *
 * Sleeps on the mpcb mutex and the meta socket, before each pair.
 *
 * @see mptcp_fullmesh.c:452 `create_subflow_worker`
 */
export function* createSubflowWorker(session: Session): Sleeping {
  // C copies the table. A table of the model never changes once it is
  // published, so the worker keeps it; only the memory can be missing.
  if (!allocate(session.machine)) return // Quirk: it keeps its two references for good.
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
    // Taken before it is tried, and kept whatever comes of it.
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
 * A session that dies between two rounds also loses the retries that the
 * earlier rounds wanted.
 */
function canOpenSubflows({ dead, master }: Session): boolean {
  return !dead && (!master || master.fullyEstablished)
}

/**
 * Opens the extra subflows of the pair that the session began with, once.
 *
 * Quirk: it does so in IPv4 whatever the session uses, so an IPv6 session
 * gets one from 0.0.0.0 to 0.0.0.0 (from 127.0.0.6 if the application called
 * bind() with an IPv6 address). C has an IPv6 block too (:542), but by then
 * this one has marked the pair as done.
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

interface Pair {
  local: LocalAddress
  slot: number
  remote: Remote
}

/**
 * The first remote with a local address that was not tried with it, and the
 * lowest such slot.
 */
function nextFreePair(
  session: Session,
  local: LocalAddresses,
): Pair | undefined {
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
 * One retry for all pairs that want one. Quirk: if it is armed already,
 * those of this run are retried early.
 */
function queueRetry(session: Session): void {
  const work = fullmeshGetPriv(session).subflowRetryWork as Work<Session>
  if (work.pending) return
  hold(session)
  queueWork(session.machine, work, RETRY_DELAY)
}
