import { canHaveNewSubflow } from '../kernel/session.ts'
import { networkFamily } from '../kernel/socket.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { withoutSlot } from './bitfield.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { findAddress } from './local-addresses.ts'
import { createOnErr } from './parameters.ts'
import { fmGetNs, remotesOf } from './structures.ts'

/**
 * A subflow goes away: with `create_on_err`, free its pair, and after a
 * timeout have it opened again at once. After any other error the pair
 * waits for the next reason to open subflows.
 *
 * Runs while the subflow is still listed, under the mpcb mutex and the lock
 * of the meta socket.
 *
 * @see mptcp_fullmesh.c:1689 `full_mesh_delete_subflow`
 */
export function fullMeshDeleteSubflow(subflow: Subflow): void {
  const { session } = subflow
  if (!createOnErr(session.machine) || !canHaveNewSubflow(session)) return
  freePairs(subflow)
  if (subflow.error === 'ETIMEDOUT') fullMeshCreateSubflows(session)
}

/**
 * The pairs between the two addresses: more than one if the peer announced
 * its address with several ids or ports.
 */
function freePairs(subflow: Subflow): void {
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
