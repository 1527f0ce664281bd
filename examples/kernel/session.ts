import { unknown } from './invalid.ts'
import type { Lock } from './lock.ts'
import type { Machine } from './machine.ts'
import type { Namespace } from './namespace.ts'
import type { Version } from './options.ts'
import type { PathManager } from './path-manager.ts'
import type { Socket } from './socket.ts'
import type { Subflow } from './subflow.ts'

/** An MPTCP connection: its meta socket, and its control block (`struct mptcp_cb`). */
export interface Session extends Socket {
  readonly machine: Machine
  readonly namespace: Namespace
  readonly name: string
  readonly version: Version
  /** Whether this host is the server, which never opens subflows. */
  readonly serverSide: boolean
  /** `sk_ipv6only`: IPV6_V6ONLY, or bind() to a specific IPv6 address. */
  readonly ipv6Only: boolean
  /** The index of the interface on which a transparent socket receives; undefined for other sockets. */
  readonly transparentDevice: number | undefined

  /** `conn_list`: newest first. */
  readonly subflows: Subflow[]
  /** The number of subflows that were ever added, including failed ones. */
  subflowCount: number
  /** The initial subflow; undefined after it was removed. */
  master: Subflow | undefined

  pathManager: PathManager
  /** The path manager's state of this session: C's `mpcb->mptcp_pm[]`. */
  pathManagerState: object | undefined
  /** `addr_signal`: the path manager has an option for the next segment. */
  addrSignal: boolean
  /** `list_rcvd`: the list of the peer's addresses changed. */
  listReceived: boolean

  /** SOCK_DEAD: closed by the application. */
  dead: boolean
  infiniteMapping: InfiniteMapping
  /** The retransmission timeout of the meta socket, in ms. */
  readonly rto: number

  /** `mpcb_mutex`: the worker that holds it may open and close subflows. Taken before `ownership`. */
  readonly mutex: Lock
  /** The lock of the meta socket, taken by lock_sock(). */
  readonly ownership: Lock
  /** MPTCP_PATH_MANAGER_DEFERRED, the deferred flag: an address event came while the socket was owned. */
  deferred: boolean
  /** References of the meta socket and of the control block. */
  readonly refs: { socket: number; control: number }
}

/** The state of the fallback to plain TCP by an infinite mapping. */
interface InfiniteMapping {
  /** `infinite_mapping_rcv`: received. */
  rcv: boolean
  /** `infinite_mapping_snd`: sent. */
  snd: boolean
  /** `send_infinite_mapping`: about to be sent. */
  send: boolean
}

/** The session with this name, also a closed one. @throws Invalid if there is none */
export function sessionNamed(machine: Machine, name: string): Session {
  const session = machine.sessions.get(name)
  if (!session) throw unknown('session', name, machine.sessions.keys())
  return session
}

/** mptcp_in_infinite_mapping_weak(): whether a fallback to plain TCP has at least started. */
export function inInfiniteMapping({ infiniteMapping: { rcv, snd, send } }: Session): boolean {
  return rcv || snd || send
}

/** mptcp_can_new_subflow(): whether a subflow may be added, without conditions that are not modelled. */
export function canHaveNewSubflow({ dead, infiniteMapping: { rcv, send } }: Session): boolean {
  return !dead && !rcv && !send
}

/** sock_hold() and refcount_inc(): takes the references of a work item that is being queued. */
export function hold({ refs }: Session): void {
  refs.socket++
  refs.control++
}

/** mptcp_mpcb_put() and sock_put(): drops the references of a work item. */
export function put({ refs }: Session): void {
  refs.control--
  refs.socket--
}
