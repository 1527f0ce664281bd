import type { PathManager } from '../kernel/path-manager.ts'
import { fullMeshAddRaddr } from './add-raddr.ts'
import { fullMeshAddrSignal } from './addr-signal.ts'
import { fullMeshCreateSubflows } from './create-subflows.ts'
import { fullMeshDeleteSubflow } from './delete-subflow.ts'
import { fullMeshGetLocalId } from './get-local-id.ts'
import { fullMeshNewSession } from './new-session.ts'
import { fullMeshReleaseSock } from './release-sock.ts'
import { fullMeshRemRaddr } from './rem-raddr.ts'

/**
 * The ops of the path manager. Five ops are NULL: `close_session`,
 * `init_subsocket_v4`, `init_subsocket_v6`, `established_subflow` and
 * `prio_changed`.
 *
 * @see mptcp_fullmesh.c:1865 `full_mesh`
 */
export const fullMesh: PathManager = {
  name: 'fullmesh',
  newSession: fullMeshNewSession,
  releaseSock: fullMeshReleaseSock,
  fullyEstablished: fullMeshCreateSubflows,
  newRemoteAddress: fullMeshCreateSubflows,
  getLocalId: fullMeshGetLocalId,
  addrSignal: fullMeshAddrSignal,
  addRaddr: fullMeshAddRaddr,
  remRaddr: fullMeshRemRaddr,
  deleteSubflow: fullMeshDeleteSubflow,
}
