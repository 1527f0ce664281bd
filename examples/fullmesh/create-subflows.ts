import { hold, inInfiniteMapping, type Session } from '../kernel/session.ts'
import { queueWork, type Work } from '../kernel/workqueue.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * Has subflows opened for every pair that has none: queues {@link
 * createSubflowWorker}, unless it is queued.
 *
 * It is two ops at once, `fully_established` and `new_remote_address`, and
 * this path manager calls it itself whenever a pair may have become free.
 * Runs under the lock of the meta socket. Only the active opener gets past
 * the first line, and nobody before the initial subflow is known to work.
 *
 * @see mptcp_fullmesh.c:1356 `full_mesh_create_subflows`
 */
export function fullMeshCreateSubflows(session: Session): void {
  if (inInfiniteMapping(session) || session.serverSide || session.dead)
    return
  if (session.master && !session.master.fullyEstablished) return

  const work = fullmeshGetPriv(session).subflowWork as Work<Session>
  if (work.pending) return // but one that has begun is not pending, and will run again
  hold(session)
  queueWork(session.machine, work)
}
