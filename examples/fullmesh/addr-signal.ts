import { FAMILIES } from '../kernel/inet.ts'
import {
  fits,
  idsIn,
  LENGTH,
  type OutgoingOptions,
  removeAddrLength,
  type Segment,
} from '../kernel/options.ts'
import type { Session } from '../kernel/session.ts'
import type { Subflow } from '../kernel/subflow.ts'
import { lowestSlot, withSlot } from './bitfield.ts'
import { differences } from './families.ts'
import {
  type FullmeshPrivate,
  fmGetNs,
  fullmeshGetPriv,
  localAt,
} from './structures.ts'

/**
 * Adds pending announcements and removals to the options of a segment: at
 * most one ADD_ADDR, IPv4 before IPv6, and one REMOVE_ADDR with all pending
 * ids.
 *
 * Runs whenever TCP builds the options of a segment and `addr_signal` is
 * set; the MPTCP version decides for which segments. It does not sleep.
 * An option that is added to a segment is no longer pending, so it is not
 * sent again if the segment is lost. A call without a segment only computes the
 * size of the options, and changes nothing that is pending.
 *
 * @see mptcp_fullmesh.c:1553 `full_mesh_addr_signal`
 */
export function fullMeshAddrSignal(
  { session }: Subflow,
  options: OutgoingOptions,
  segment: Segment,
): void {
  const priv = fullmeshGetPriv(session)
  if (priv.addAddr > 0) addAddr(session, priv, options, segment)
  if (priv.removeAddrs !== 0) removeAddrs(priv, options, segment)
  session.addrSignal = priv.addAddr > 0 || priv.removeAddrs !== 0
}

function addAddr(
  session: Session,
  priv: FullmeshPrivate,
  options: OutgoingOptions,
  segment: Segment,
): void {
  let hasAddressLeft = false
  for (const family of FAMILIES) {
    if (!differences[family].isUsedBy(session)) continue
    const { local } = fmGetNs(session.namespace)
    const slot = lowestSlot(local[family].bits & ~priv.announced[family])
    if (slot === undefined) continue
    hasAddressLeft = true
    const length = LENGTH.addAddr[family][session.version]
    if (!fits(options, length)) continue
    if (segment !== 'probe') {
      priv.announced[family] = withSlot(priv.announced[family], slot)
      priv.addAddr--
    }
    const { id, address } = localAt(local, family, slot)
    options.addAddr = { id, address }
    options.size += length
    break
  }
  // If no address is left to announce, the segment uses up the request, and
  // carries no ADD_ADDR.
  if (!hasAddressLeft && segment !== 'probe') priv.addAddr--
}

/** Adds a REMOVE_ADDR with all pending ids, or none if they do not fit. */
function removeAddrs(
  priv: FullmeshPrivate,
  options: OutgoingOptions,
  segment: Segment,
): void {
  const length = removeAddrLength(idsIn(priv.removeAddrs).length)
  if (!fits(options, length)) return
  options.removeAddrs = priv.removeAddrs
  options.size += length
  if (segment !== 'probe') priv.removeAddrs = 0
}

/**
 * Requests one more ADD_ADDR. The address that it announces, if any, is
 * chosen when a segment is built.
 */
export function requestAddAddr(session: Session): void {
  const priv = fullmeshGetPriv(session)
  priv.addAddr = (priv.addAddr + 1) & 0xff
  session.addrSignal = true
}
