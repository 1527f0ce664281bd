import { canHaveNewSubflow } from '../kernel/session.ts'
import { networkFamily } from '../kernel/socket.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { withoutSlot } from './bitfield.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { findAddress } from './local-addresses.ts'
import { createOnErr } from './parameters.ts'
import { fmGetNs, remotesOf } from './structures.ts'

/**
 * Clears the tried mark of the pair of a subflow that is being deleted, if
 * `create_on_err` is set. If the subflow timed out, the worker that opens it
 * again is queued at once; after any other error, it is opened when the
 * worker next runs.
 *
 * Runs while the subflow is still in the list, under the lock of the meta
 * socket, and normally in a worker that also holds the mpcb mutex. It does
 * not sleep.
 *
 * @see mptcp_fullmesh.c:1689 `full_mesh_delete_subflow`
 */
export function fullMeshDeleteSubflow(subflow: Subflow): void {
  const { session } = subflow
  if (!createOnErr(session.machine) || !canHaveNewSubflow(session)) return
  clearTriedMarks(subflow)
  if (subflow.error === 'ETIMEDOUT') fullMeshCreateSubflows(session)
}

/**
 * Clears the marks of the pairs of the subflow's two addresses: more than one
 * if the peer announced its address with several ids or ports.
 */
function clearTriedMarks(subflow: Subflow): void {
  const { session, source, destination, destinationPort, boundDevice } =
    subflow
  const slot = findAddress(
    fmGetNs(session.namespace).local,
    source,
    boundDevice,
  )
  if (slot === undefined) return
  for (const remote of remotesOf(session, networkFamily(subflow))) {
    const isOther =
      remote.address !== destination ||
      (remote.port !== 0 && remote.port !== destinationPort)
    if (!isOther) remote.bitfield = withoutSlot(remote.bitfield, slot)
  }
}
