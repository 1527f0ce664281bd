import type { Family } from '../kernel/inet.ts'
import type {
  LocalAddress,
  RemoteAddress,
} from '../kernel/init-subsockets.ts'
import type { Namespace } from '../kernel/namespace.ts'
import type { Session } from '../kernel/session.ts'
import type { Work } from '../kernel/workqueue.ts'
import { type Bitfield, slotsIn } from './bitfield.ts'

/**
 * How many addresses of a family a table can hold.
 * @see mptcp_fullmesh.c:23 `MPTCP_MAX_ADDR`
 */
export const MAX_ADDR = 8

/**
 * An address of the peer, and which local addresses were tried with it. A
 * pair is a local slot and a remote slot of the same family.
 *
 * @see mptcp_fullmesh.c:25 `struct fullmesh_rem4`, :33 `struct
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

/** One family's half of a {@link LocalAddresses}. */
export interface LocalTable {
  /** Which slots hold an address. */
  readonly bits: Bitfield
  /** The slot from which a free one is searched: 0 to 8. */
  readonly next: number
  /**
   * Eight of them. A slot that was emptied keeps its last content; only its
   * bit is gone.
   */
  readonly slots: readonly LocalAddress[]
}

/**
 * The addresses that the sessions of a namespace may use, by family and
 * slot.
 *
 * @see mptcp_fullmesh.c:41 `struct mptcp_loc_addr`
 */
export type LocalAddresses = Readonly<Record<Family, LocalTable>>

/**
 * A change of a local address that the worker has not handled yet.
 *
 * @see mptcp_fullmesh.c:52 `struct mptcp_addr_event`
 */
export interface AddressEvent {
  readonly address: string
  readonly ifindex: number
  /**
   * The address was added, was deleted, or its device changed.
   * @see mptcp_fullmesh.c:13 `MPTCP_EVENT_ADD`, :14 `MPTCP_EVENT_DEL`, :15
   *   `MPTCP_EVENT_MOD`
   */
  code: 'ADD' | 'DEL' | 'MOD'
  lowPrio: boolean
}

/**
 * What the path manager keeps for a session. All of it is zero when the
 * session is made.
 *
 * @see mptcp_fullmesh.c:61 `struct fullmesh_priv`
 */
export interface FullmeshPrivate {
  /** Both are undefined until `new_session` has run. */
  subflowWork: Work<Session> | undefined
  subflowRetryWork: Work<Session> | undefined
  readonly remotes: Record<Family, RemoteTable>
  /**
   * How many ADD_ADDRs are requested; for which addresses is not stored. A
   * u8, 0 to 255; it wraps.
   */
  addAddr: number
  /**
   * Bit `n`: the removal of the address id `n` is to be announced. A u16.
   */
  removeAddrs: number
  /**
   * Local slots that the peer knows: announced ones, and the one of the
   * initial address.
   */
  readonly announced: Record<Family, Bitfield>
  /** The extra subflows of the initial pair have been opened. */
  firstPair: boolean
}

/**
 * What the path manager keeps for a namespace.
 *
 * @see mptcp_fullmesh.c:86 `struct mptcp_fm_ns`
 */
export interface FullmeshNamespace {
  /**
   * The published table. It never changes: a change publishes a new one.
   */
  local: LocalAddresses
  /** Events that the worker has not handled yet, oldest first. */
  readonly events: AddressEvent[]
  readonly addressWorker: Work<Namespace>
}

/**
 * The state of a namespace, while the module is loaded.
 * @see mptcp_fullmesh.c:107 `fm_get_ns`
 */
export function fmGetNs(namespace: Namespace): FullmeshNamespace {
  return namespace.pathManagerState as FullmeshNamespace
}

/** @see mptcp_fullmesh.c:112 `fullmesh_get_priv` */
export function fullmeshGetPriv(session: Session): FullmeshPrivate {
  session.pathManagerState ??= zeroed()
  return session.pathManagerState as FullmeshPrivate
}

function zeroed(): FullmeshPrivate {
  return {
    subflowWork: undefined,
    subflowRetryWork: undefined,
    remotes: { v4: noRemotes(), v6: noRemotes() },
    addAddr: 0,
    removeAddrs: 0,
    announced: { v4: 0, v6: 0 },
    firstPair: false,
  }
}

function noRemotes(): RemoteTable {
  return { bits: 0, slots: [] }
}

/**
 * What a slot of local addresses holds, or held last if its bit is not set.
 *
 * @param slot 0 to 7
 */
export function localAt(
  local: LocalAddresses,
  family: Family,
  slot: number,
): LocalAddress {
  return local[family].slots[slot] as LocalAddress
}

/** The local addresses of a family, in the order of their slots. */
export function localsOf(
  local: LocalAddresses,
  family: Family,
): LocalAddress[] {
  return slotsIn(local[family].bits).map((slot) =>
    localAt(local, family, slot),
  )
}

/** The peer's addresses of a family, in the order of their slots. */
export function* remotesOf(
  session: Session,
  family: Family,
): Iterable<Remote> {
  const { bits, slots } = fullmeshGetPriv(session).remotes[family]
  for (const slot of slotsIn(bits)) yield slots[slot] as Remote
}
