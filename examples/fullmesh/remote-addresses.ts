import { type Family, familyOf } from '../kernel/inet.ts'
import type { RemoteAddress } from '../kernel/init-subsockets.ts'
import type { Session } from '../kernel/session.ts'
import {
  type Bitfield,
  findFreeIndex,
  slotsIn,
  withoutSlot,
  withSlot,
} from './bitfield.ts'
import { differences } from './families.ts'
import { fullmeshGetPriv } from './structures.ts'

/**
 * An address of the peer, and which local addresses have been paired with
 * it. A pair is a local slot and a remote slot of the same family.
 *
 * @see mptcp_fullmesh.c:25 `struct fullmesh_rem4`, 33 `struct
 *   fullmesh_rem6`
 */
export interface Remote extends RemoteAddress {
  address: string
  port: number
  /**
   * Local slots that were tried with this address, are in use with it, or
   * must not be tried.
   */
  bitfield: Bitfield
  /**
   * Local slots that found no route to this address, and will be tried once
   * more.
   */
  retryBitfield: Bitfield
}

/**
 * The peer's addresses of one family: `rem4_bits` and `remaddr4[]`, or
 * their twins.
 */
export interface RemoteTable {
  /** Which slots hold an address. */
  bits: Bitfield
  readonly slots: Remote[]
}

export function noRemotes(): RemoteTable {
  return { bits: 0, slots: [] }
}

/** The peer's addresses of a family, in the order of their slots. */
export function* remotesOf(
  session: Session,
  family: Family,
): Iterable<Remote> {
  const { bits, slots } = fullmeshGetPriv(session).remotes[family]
  for (const slot of slotsIn(bits)) yield slots[slot] as Remote
}

/**
 * Learns an address of the peer. A known id with something new replaces
 * what is known and keeps what was tried, so the new address is not joined;
 * a ninth address is dropped for good.
 *
 * @see mptcp_fullmesh.c:144 `mptcp_addv4_raddr`, 200 `mptcp_addv6_raddr`
 */
export function addRaddr(
  session: Session,
  address: string,
  port: number,
  id: number,
): void {
  const family = familyOf(address)
  const { isRenewed } = differences[family]
  for (const known of remotesOf(session, family)) {
    if (known.id !== id) continue
    if (known.address === address && known.port === port) return
    if (!isRenewed(known, address)) continue
    known.address = address
    known.port = port
    session.listReceived = true
    return
  }

  const table = fullmeshGetPriv(session).remotes[family]
  const slot = findFreeIndex(table.bits)
  if (slot === undefined) return
  table.slots[slot] = { address, port, id, bitfield: 0, retryBitfield: 0 }
  session.listReceived = true
  table.bits = withSlot(table.bits, slot)
}

/**
 * Forgets the first address with this id. Subflows to it, if any, are none
 * of this function's business.
 *
 * @see mptcp_fullmesh.c:255 `mptcp_v4_rem_raddress`, 270
 *   `mptcp_v6_rem_raddress`
 */
export function remRaddress(
  session: Session,
  family: Family,
  id: number,
): void {
  const table = fullmeshGetPriv(session).remotes[family]
  const slot = slotsIn(table.bits).find(
    (taken) => table.slots[taken]?.id === id,
  )
  if (slot !== undefined) table.bits = withoutSlot(table.bits, slot)
}

/**
 * Marks a pair as in use: the local slot with the first remote that has
 * this address.
 *
 * @see mptcp_fullmesh.c:315 `mptcp_set_init_addr_bit`, 286
 *   `mptcp_v4_set_init_addr_bit`, 301 `mptcp_v6_set_init_addr_bit`
 */
export function setInitAddrBit(
  session: Session,
  address: string,
  localSlot: number,
): void {
  for (const remote of remotesOf(session, familyOf(address))) {
    if (remote.address !== address) continue
    remote.bitfield = withSlot(remote.bitfield, localSlot)
    return
  }
}
