import { type Endpoint, familyOf, isV4Mapped, parseEndpoint } from '../kernel/inet.ts'
import { Invalid } from '../kernel/invalid.ts'
import { expectRoom } from '../kernel/limits.ts'
import { createLock } from '../kernel/lock.ts'
import type { Machine } from '../kernel/machine.ts'
import { namespaceNamed } from '../kernel/namespace.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import type { Version } from '../kernel/options.ts'
import type { Session } from '../kernel/session.ts'
import { addSubflow } from '../kernel/subflow.ts'

/** The options of a new session. */
export interface SessionOptions {
  /** The MPTCP version; 0 by default. */
  version?: Version
  /** Whether an IPv6 socket does not use IPv4. */
  ipv6Only?: boolean
  /** Whether it is an IPv6 socket with v4-mapped addresses. */
  mapped?: boolean
  /** The name of its namespace; `init` by default. */
  netns?: string
  /** The name of the device to which the initial subflow is bound. */
  bind?: string
  /** The name of the device on which a transparent socket receives. */
  transparent?: string
}

/**
 * Completes the handshake of a client: the session and its initial subflow exist, and the path manager's `new_session`
 * is called.
 *
 * @param local  local address and port, `10.0.1.1:4000` or `[fd00::1]:4000`
 * @param remote remote address and port
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

/** Completes the handshake of a server; otherwise as {@link connect}. */
export function accept(
  machine: Machine,
  name: string,
  local: string,
  remote: string,
  options: SessionOptions = {},
): Session {
  return begin(createSession(machine, name, local, remote, options, 'passive'))
}

/** Makes the meta socket and the control block. */
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

/** Adds the session and its initial subflow to the machine, and calls `new_session`. */
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

/** mptcp_become_fully_estab() on the initial subflow, after a DATA_ACK for its first data arrived. */
export function establish(session: Session): void {
  if (!session.master) throw new Invalid(`the initial subflow of "${session.name}" is gone`)
  session.master.fullyEstablished = true
  session.machine.print(`op fully_established(${session.name})`)
  session.pathManager.fullyEstablished?.(session)
}

/** Closes the socket, as the application does: the session is dead, and removed from the token table. */
export function close(session: Session): void {
  if (session.dead) throw new Invalid(`the session "${session.name}" is closed already`)
  session.dead = true
  session.machine.tokens.delete(session)
}

/** Takes the lock of the meta socket, as a system call of the application does: lock_sock(). */
export function ownSock(session: Session): void {
  if (session.ownership.held) throw new Invalid(`the socket of "${session.name}" is owned already`)
  session.ownership.held = true
}
