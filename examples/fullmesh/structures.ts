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
 * The number of slots that a table has for each family.
 * @see mptcp_fullmesh.c:23 `MPTCP_MAX_ADDR`
 */
export const MAX_ADDR = 8

/**
 * An address of the peer, with bitmaps of the local slots that were tried
 * with it. A pair is a local slot and a remote slot of the same family.
 *
 * @see mptcp_fullmesh.c:25 `struct fullmesh_rem4`, :33 `struct
 *   fullmesh_rem6`
 */
export interface Remote extends RemoteAddress {
  address: string
  port: number
  /**
   * Local slots that were tried with this address or are in use with it.
   * `createSubflowWorker` does not try them.
   */
  bitfield: Bitfield
  /**
   * Local slots that had no route to this address and will be retried once.
   */
  retryBitfield: Bitfield
}

/**
 * The peer's addresses of one family: `rem4_bits` and `remaddr4[]`, or
 * `rem6_bits` and `remaddr6[]`.
 */
export interface RemoteTable {
  /** The slots that hold an address. */
  bits: Bitfield
  readonly slots: Remote[]
}

/** The local addresses of one family. */
export interface LocalTable {
  /** The slots that hold an address. */
  readonly bits: Bitfield
  /** The slot at which the search for a free one starts: 0 to 8. */
  readonly next: number
  /**
   * Always {@link MAX_ADDR} slots. When a slot is emptied, its bit is
   * cleared and its content stays.
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
 * The path manager's state of a session. All of it is zero when the
 * session is created.
 *
 * @see mptcp_fullmesh.c:61 `struct fullmesh_priv`
 */
export interface FullmeshPrivate {
  /** Undefined until `new_session` has run. */
  subflowWork: Work<Session> | undefined
  /** Undefined until `new_session` has run. */
  subflowRetryWork: Work<Session> | undefined
  readonly remotes: Record<Family, RemoteTable>
  /**
   * The number of requested ADD_ADDRs; their addresses are not stored. A u8,
   * 0 to 255; it wraps.
   */
  addAddr: number
  /** Bit `n`: the address id `n` is to be withdrawn. A u16. */
  removeAddrs: number
  /**
   * Local slots that were announced, and the slot of the initial address,
   * which the peer knows from the handshake.
   */
  readonly announced: Record<Family, Bitfield>
  /** Whether the extra subflows of the initial pair have been opened. */
  firstPair: boolean
}

/**
 * The path manager's state of a namespace.
 *
 * @see mptcp_fullmesh.c:86 `struct mptcp_fm_ns`
 */
export interface FullmeshNamespace {
  /** The published table. It is replaced, never changed. */
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

/**
 * The state of a session, created on the first call.
 * @see mptcp_fullmesh.c:112 `fullmesh_get_priv`
 */
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
 * The address in a local slot, or its last address if its bit is not set.
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
