import { FAMILIES, type Family } from '../kernel/inet.ts'
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
 * Puts into a segment what the peer is to be told of local addresses: at
 * most one ADD_ADDR, IPv4 before IPv6, and one REMOVE_ADDR with all ids
 * that wait.
 *
 * Runs whenever TCP builds the options of a segment and `addr_signal` is
 * set; which segments that are depends on the MPTCP version. What a segment
 * carries is crossed off, so what is lost with it is not told again; a
 * probe crosses nothing off.
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
  let somethingLeft = false
  for (const family of FAMILIES) {
    if (!differences[family].isUsedBy(session)) continue
    const { local } = fmGetNs(session.namespace)
    const slot = lowestSlot(local[family].bits & ~priv.announced[family])
    if (slot === undefined) continue
    somethingLeft = true
    const length = LENGTH.addAddr[family][session.version]
    if (!fits(options, length)) continue
    announce(priv, family, slot, segment)
    const { id, address } = localAt(local, family, slot)
    options.addAddr = { id, address }
    options.size += length
    break
  }
  // A wish for which there is nothing left to announce is used up by a
  // segment that goes out without it.
  if (!somethingLeft && segment !== 'probe') priv.addAddr--
}

function announce(
  priv: FullmeshPrivate,
  family: Family,
  slot: number,
  segment: Segment,
): void {
  if (segment === 'probe') return
  priv.announced[family] = withSlot(priv.announced[family], slot)
  priv.addAddr--
}

/**
 * All ids or none: where there is no room for all of them, none is sent.
 */
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
 * Wishes for one more ADD_ADDR. Whether there is anything to announce is
 * found out when a segment is built.
 */
export function wishForAddAddr(session: Session): void {
  const priv = fullmeshGetPriv(session)
  priv.addAddr = (priv.addAddr + 1) & 0xff
  session.addrSignal = true
}
