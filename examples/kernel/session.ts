import { type Endpoint, familyOf, isV4Mapped, parseEndpoint } from './inet.ts'
import { Invalid, unknown } from './invalid.ts'
import { expectRoom } from './limits.ts'
import { createLock, type Lock } from './lock.ts'
import type { Machine } from './machine.ts'
import { type Namespace, namespaceNamed } from './namespace.ts'
import { deviceNamed } from './netdevice.ts'
import type { Version } from './options.ts'
import type { PathManager } from './path-manager.ts'
import type { Socket } from './socket.ts'
import { addSubflow, type Subflow } from './subflow.ts'

/** An MPTCP connection: its meta socket, and the control block (`struct mptcp_cb`) that C keeps beside it. */
export interface Session extends Socket {
  readonly machine: Machine
  readonly namespace: Namespace
  readonly name: string
  readonly version: Version
  /** The passive opener; it never opens subflows. */
  readonly serverSide: boolean
  /** `sk_ipv6only`: IPV6_V6ONLY, or bind() to a specific IPv6 address. */
  readonly ipv6Only: boolean
  /** The interface on which a transparent socket gets its packets, by index; undefined for any other socket. */
  readonly transparentDevice: number | undefined

  /** `conn_list`: newest first. */
  readonly subflows: Subflow[]
  /** How many subflows there ever were, those that failed included. */
  subflowCount: number
  /** The initial subflow, until it is gone. */
  master: Subflow | undefined

  pathManager: PathManager
  /** What the path manager keeps for this session: C's `mpcb->mptcp_pm[]`. */
  pathManagerState: object | undefined
  /** The path manager has something to put into the next segment. */
  addrSignal: boolean
  /** `list_rcvd`: the list of the peer's addresses changed. */
  listReceived: boolean

  /** SOCK_DEAD: closed by the application. */
  dead: boolean
  infiniteMapping: InfiniteMapping
  /** The retransmission timeout of the meta socket, in ms. */
  readonly rto: number

  /** `mpcb_mutex`: its holder may open and close subflows. Taken before {@link ownership}. */
  readonly mutex: Lock
  /** The lock of the meta socket, as lock_sock() takes it. */
  readonly ownership: Lock
  /** MPTCP_PATH_MANAGER_DEFERRED: the path manager came while the socket was owned. */
  deferred: boolean
  /** References of the meta socket and of the control block. */
  readonly refs: { socket: number; control: number }
}

/** How far the fall back to plain TCP has come, which is done by a mapping without end. */
export interface InfiniteMapping {
  /** `infinite_mapping_rcv` */
  rcv: boolean
  /** `infinite_mapping_snd` */
  snd: boolean
  /** `send_infinite_mapping`: about to be sent. */
  send: boolean
}

/** What a session can be asked to be like. */
export interface SessionOptions {
  /** Defaults to 0. */
  version?: Version
  ipv6Only?: boolean
  /** An IPv6 socket with v4-mapped addresses. */
  mapped?: boolean
  /** Defaults to `init`. */
  netns?: string
  /** The device to which the initial subflow is bound. */
  bind?: string
  /** The device on which a transparent socket gets its packets. */
  transparent?: string
}

/**
 * A handshake that this side began has just completed: the session and its initial subflow exist, and the path
 * manager's `new_session` is called.
 *
 * @param local  address and port, `10.0.1.1:4000` or `[fd00::1]:4000`
 * @param remote the same for the peer
 */
export function connect(
  machine: Machine,
  name: string,
  local: string,
  remote: string,
  options: SessionOptions = {},
): Session {
  return begin(createSession(machine, name, local, remote, options, 'active'))
}

/** The same for a handshake that the peer began. */
export function accept(
  machine: Machine,
  name: string,
  local: string,
  remote: string,
  options: SessionOptions = {},
): Session {
  return begin(createSession(machine, name, local, remote, options, 'passive'))
}

/** The meta socket and the control block, of which nobody knows yet. */
function createSession(
  machine: Machine,
  name: string,
  local: string,
  remote: string,
  options: SessionOptions,
  opener: 'active' | 'passive',
): Session {
  if (machine.sessions.has(name)) throw new Invalid(`there is a session "${name}" already`)
  expectRoom('sessions', machine.sessions.size)
  const [pathManager] = machine.pathManagers
  if (!pathManager) throw new Invalid('no path manager is registered: load the module first')
  const { source, destination } = ends(local, remote, options)
  return {
    machine,
    namespace: namespaceNamed(machine, options.netns ?? 'init'),
    name,
    family: options.mapped ? 'v6' : familyOf(source.address),
    source: source.address,
    destination: destination.address,
    destinationPort: destination.port,
    boundDevice: indexOf(machine, options.bind) ?? 0,
    version: options.version ?? 0,
    serverSide: opener === 'passive',
    ipv6Only: options.ipv6Only ?? false,
    transparentDevice: indexOf(machine, options.transparent),
    subflows: [],
    subflowCount: 0,
    master: undefined,
    pathManager,
    pathManagerState: undefined,
    addrSignal: false,
    listReceived: false,
    dead: false,
    infiniteMapping: { rcv: false, snd: false, send: false },
    rto: 200,
    mutex: createLock(),
    ownership: createLock(),
    deferred: false,
    refs: { socket: 1, control: 1 },
  }
}

function indexOf(machine: Machine, device: string | undefined): number | undefined {
  return device === undefined ? undefined : deviceNamed(machine, device).ifindex
}

/** Makes it known, with its initial subflow, and tells the path manager. */
function begin(session: Session): Session {
  const { machine, name } = session
  machine.sessions.set(name, session)
  machine.tokens.add(session)
  session.namespace.sessions++
  session.master = addSubflow(session, {
    state: 'ESTABLISHED',
    family: session.family,
    source: session.source,
    destination: session.destination,
    destinationPort: session.destinationPort,
    boundDevice: session.boundDevice,
    localId: 0,
    remoteId: 0,
    lowPrio: false,
  })
  machine.print(`op new_session(${name})`)
  session.pathManager.newSession?.(session)
  return session
}

function ends(
  local: string,
  remote: string,
  { mapped }: SessionOptions,
): { source: Endpoint; destination: Endpoint } {
  const [source, destination] = [local, remote].map((text) => {
    const endpoint = parseEndpoint(text)
    if (!endpoint?.port)
      throw new Invalid(`"${text}" is not an address with a port, like 10.0.1.1:80 or [fd00::1]:80`)
    if (mapped && familyOf(endpoint.address) === 'v6')
      throw new Invalid(`"${text}" is not for a mapped session, which has IPv4 addresses`)
    return endpoint
  }) as [Endpoint, Endpoint]
  if (isV4Mapped(source.address))
    throw new Invalid(`"${local}" is v4-mapped: give the IPv4 address, and ask for a mapped session`)
  if (familyOf(source.address) !== familyOf(destination.address)) {
    throw new Invalid(`${local} and ${remote} are of different address families`)
  }
  return { source, destination }
}

export function sessionNamed(machine: Machine, name: string): Session {
  const session = machine.sessions.get(name)
  if (!session) throw unknown('session', name, machine.sessions.keys())
  return session
}

/** mptcp_become_fully_estab() on the initial subflow: a DATA_ACK for its first data has shown that the path works both ways. */
export function establish(session: Session): void {
  if (!session.master) throw new Invalid(`the initial subflow of "${session.name}" is gone`)
  session.master.fullyEstablished = true
  session.machine.print(`op fully_established(${session.name})`)
  session.pathManager.fullyEstablished?.(session)
}

/** The application closes the socket: it is dead, and no longer in the token table. */
export function close(session: Session): void {
  if (session.dead) throw new Invalid(`the session "${session.name}" is closed already`)
  session.dead = true
  session.machine.tokens.delete(session)
}

/** mptcp_in_infinite_mapping_weak(): a fall back to plain TCP has at least begun. */
export function inInfiniteMapping({ infiniteMapping: { rcv, snd, send } }: Session): boolean {
  return rcv || snd || send
}

/** mptcp_can_new_subflow(), as far as a path manager can tell. */
export function canHaveNewSubflow({ dead, infiniteMapping: { rcv, send } }: Session): boolean {
  return !dead && !rcv && !send
}

/** sock_hold() and refcount_inc() for a work item that is being queued. */
export function hold({ refs }: Session): void {
  refs.socket++
  refs.control++
}

/** mptcp_mpcb_put() and sock_put() */
export function put({ refs }: Session): void {
  refs.control--
  refs.socket--
}
