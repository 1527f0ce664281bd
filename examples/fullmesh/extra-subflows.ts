import {
  initSubsockets,
  type LocalAddress,
  type RemoteAddress,
} from '../kernel/init-subsockets.ts'
import type { Session } from '../kernel/session.ts'
import { numSubflows } from './parameters.ts'

/**
 * Opens the extra subflows of a pair, if `num_subflows` is more than 1.
 * Their results are ignored, and both locks are held throughout.
 *
 * @see mptcp_fullmesh.c:325 `mptcp_v4_subflows`, :336 `mptcp_v6_subflows`
 */
export function openExtraSubflows(
  session: Session,
  local: LocalAddress,
  remote: RemoteAddress,
): void {
  for (let i = 1; i < numSubflows(session.machine); i++)
    initSubsockets(session, local, remote)
}
