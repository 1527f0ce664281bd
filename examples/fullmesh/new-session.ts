import { FAMILIES, type Family } from '../kernel/inet.ts'
import { fallBackToDefault } from '../kernel/path-manager.ts'
import type { Session } from '../kernel/session.ts'
import { networkFamily } from '../kernel/socket.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { sendAck } from '../kernel/tcp-output.ts'
import { Work } from '../kernel/workqueue.ts'
import { addRaddr } from './add-raddr.ts'
import { requestAddAddr } from './addr-signal.ts'
import { withSlot } from './bitfield.ts'
import { createSubflowWorker } from './create-subflow-worker.ts'
import { differences } from './families.ts'
import { findAddress, findAddressTransp, isOn } from './local-addresses.ts'
import { retrySubflowWorker } from './retry-subflow-worker.ts'
import { setInitAddrBit } from './set-init-addr-bit.ts'
import {
  fmGetNs,
  fullmeshGetPriv,
  type LocalAddresses,
  localAt,
  localsOf,
} from './structures.ts'

/**
 * Prepares a new session: stores the initial pair of addresses, and
 * announces all other local addresses to the peer.
 *
 * Runs once, when the handshake is complete, on client and server: usually
 * in softirq, under the lock of the meta socket. It does not sleep and opens
 * no subflow. It sends at most one ACK for each address to announce, and one
 * more for MP_PRIO if no other ACK had room for it.
 *
 * @see mptcp_fullmesh.c:1242 `full_mesh_new_session`
 */
export function fullMeshNewSession(session: Session): void {
  const master = session.master as Subflow
  const family = networkFamily(session)
  const ifindex = session.transparentDevice ?? master.boundDevice
  const { local } = fmGetNs(session.namespace)

  const slot = findInitialSlot(session, local, family, ifindex)
  if (slot === undefined) {
    // The address is not in the table, or not yet: the session gets the
    // default path manager permanently.
    fallBackToDefault(session)
    return
  }

  const { lowPrio } = localAt(local, family, slot)
  master.lowPrio = lowPrio
  master.sendMpPrio = lowPrio

  addRaddr(session, session.destination, 0, 0)
  setInitAddrBit(session, session.destination, slot)

  const priv = fullmeshGetPriv(session)
  priv.subflowWork = new Work(
    `subflow_work(${session.name})`,
    createSubflowWorker,
    session,
  )
  priv.subflowRetryWork = new Work(
    `subflow_retry_work(${session.name})`,
    retrySubflowWorker,
    session,
  )

  requestOtherAddresses(session, local, ifindex)
  // The peer has the initial address as id 0, so it is not announced.
  priv.announced[family] = withSlot(priv.announced[family], slot)

  // Each ACK has room for one ADD_ADDR and removes one request, even if no
  // address is left to announce, so both counts reach 0 together.
  for (let left = priv.addAddr; left > 0 && priv.addAddr > 0; left--)
    sendAck(master)
  if (master.sendMpPrio) sendAck(master)
}

function findInitialSlot(
  session: Session,
  local: LocalAddresses,
  family: Family,
  ifindex: number,
): number | undefined {
  return session.transparentDevice === undefined
    ? findAddress(local, session.source, ifindex)
    : findAddressTransp(local, family, ifindex)
}

/**
 * Requests one ADD_ADDR for each address of a family that the session uses,
 * except the initial one.
 */
function requestOtherAddresses(
  session: Session,
  local: LocalAddresses,
  ifindex: number,
): void {
  for (const family of FAMILIES) {
    if (!differences[family].isUsedBy(session)) continue
    for (const held of localsOf(local, family)) {
      // For a socket that is bound to a device, the same address on another
      // device counts as another address.
      const isInitial =
        held.address === session.source && isOn(held, ifindex)
      if (!isInitial) requestAddAddr(session)
    }
  }
}
