import { hold, inInfiniteMapping, type Session } from '../kernel/session.ts'
import { queueWork, type Work } from '../kernel/workqueue.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * Queues `createSubflowWorker`, which opens a subflow for each pair that has
 * not been tried, unless it is queued already.
 *
 * Implements two ops, `fully_established` and `new_remote_address`; this
 * path manager also calls it when a pair may have become available. Runs
 * under the lock of the meta socket, and does not sleep. It does nothing on
 * the server, and nothing before the master subflow is fully established.
 *
 * @see mptcp_fullmesh.c:1356 `full_mesh_create_subflows`
 */
export function fullMeshCreateSubflows(session: Session): void {
  if (inInfiniteMapping(session) || session.serverSide || session.dead)
    return
  if (session.master && !session.master.fullyEstablished) return

  const work = fullmeshGetPriv(session).subflowWork as Work<Session>
  // A running item is not pending, so it is queued again.
  if (work.pending) return
  hold(session)
  queueWork(session.machine, work)
}
