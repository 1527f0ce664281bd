import {
  initSubsockets,
  type LocalAddress,
  type RemoteAddress,
} from '../kernel/init-subsockets.ts'
import type { Session } from '../kernel/session.ts'
import { numSubflows } from './parameters.ts'

/**
 * The other subflows of a pair that has one, when `num_subflows` wants more
 * than one. Nobody looks whether they could be opened, and both locks are
 * kept between them.
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
