import type { Family } from '../kernel/inet.ts'
import type { Namespace } from '../kernel/namespace.ts'
import type { Session } from '../kernel/session.ts'
import type { Work } from '../kernel/workqueue.ts'
import type { AddressEvent } from './address-event.ts'
import type { Bitfield } from './bitfield.ts'
import type { LocalAddresses } from './local-addresses.ts'
import { noRemotes, type RemoteTable } from './remote-addresses.ts'

/**
 * What the path manager keeps for a namespace.
 *
 * @see mptcp_fullmesh.c:86 `struct mptcp_fm_ns`
 */
export interface FullmeshNamespace {
  /**
   * The published table. It never changes: a change publishes another one.
   */
  local: LocalAddresses
  /**
   * What happened to addresses and has yet to be carried out, oldest first.
   */
  readonly events: AddressEvent[]
  readonly addressWorker: Work<Namespace>
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
   * How many ADD_ADDRs are wished for, not which: a u8, and it wraps like
   * one.
   */
  addAddr: number
  /** Bit `n`: the removal of the address id `n` is to be told. A u16. */
  removeAddrs: number
  /**
   * Local slots that the peer knows, because they were announced or because
   * the session began there.
   */
  readonly announced: Record<Family, Bitfield>
  /** The extra subflows of the initial pair have been opened. */
  firstPair: boolean
}

/**
 * What there is for a namespace, while the module is loaded.
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

/**
 * Wishes for one more ADD_ADDR. Whether there is anything to announce is
 * found out when a segment is built.
 */
export function wishForAddAddr(session: Session): void {
  const priv = fullmeshGetPriv(session)
  priv.addAddr = (priv.addAddr + 1) & 0xff
  session.addrSignal = true
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
