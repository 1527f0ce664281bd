import type {
  FullmeshNamespace,
  FullmeshPrivate,
  LocalAddresses,
  RemoteTable,
} from '../../examples/fullmesh/structures.ts'
import type { Family } from '../../examples/kernel/inet.ts'
import type { LocalAddress } from '../../examples/kernel/init-subsockets.ts'
import type { Coroutine, Machine } from '../../examples/kernel/machine.ts'
import type { Session } from '../../examples/kernel/session.ts'
import type { Subflow } from '../../examples/kernel/subflow.ts'
import type { JsonObject } from './diff.ts'

/** An address of this host in its slot. Slots that are empty and always were are left out. */
export type LocalSlot = Pick<LocalAddress, 'address' | 'id' | 'lowPrio' | 'ifindex'>

/** What a walk shows of a machine. It is plain, and holds nothing of the machine itself. */
export interface State {
  time: number
  namespaces: Record<string, NamespaceState>
  sessions: Record<string, SessionState>
  queue: QueueState
}

export interface NamespaceState {
  local: Record<Family, { bits: number; next: number; slots: Record<string, LocalSlot> }>
  /** `ADD 10.0.1.1 if=2`, oldest first. */
  events: string[]
}

export interface SessionState {
  /** Of MPTCP. */
  version: 0 | 1
  pathManager: string
  dead: boolean
  mutex: boolean
  owned: boolean
  deferred: boolean
  refs: { socket: number; control: number }
  /** Absent until the path manager keeps something for the session. */
  private?: PrivateState
  /** By name. */
  subflows: Record<string, SubflowState>
}

export interface PrivateState {
  remotes: Record<Family, { bits: number; slots: Record<string, RemoteSlot> }>
  addAddr: number
  removeAddrs: number
  announced: Record<Family, number>
  firstPair: boolean
}

export interface RemoteSlot {
  address: string
  port: number
  id: number
  bitfield: number
  retryBitfield: number
}

export type SubflowState = Pick<
  Subflow,
  'state' | 'source' | 'destination' | 'destinationPort' | 'localId' | 'remoteId' | 'lowPrio'
> & { established: boolean; pf: boolean }

export interface QueueState {
  /** Work items by name, in the order of their turns. */
  ready: string[]
  /** Who sleeps, and on what: `subflow_work(c1): mpcb_mutex of c1`. */
  asleep: string[]
  /** Armed items, by name: when they are due. */
  timers: Record<string, number>
}

/** A machine that is not there yet. */
export const nothing: State = {
  time: 0,
  namespaces: {},
  sessions: {},
  queue: { ready: [], asleep: [], timers: {} },
}

/** Looks at a machine without touching it. */
export function snapshot(machine: Machine): State & JsonObject {
  const sessions = [...machine.sessions.values()]
  const state: State = {
    time: machine.now,
    namespaces: mapped(machine.namespaces, ({ pathManagerState }) =>
      namespaceState(pathManagerState as FullmeshNamespace | undefined),
    ),
    sessions: mapped(machine.sessions, sessionState),
    queue: {
      ready: [
        ...machine.workqueue.woken.toArray().map(({ work }) => work.name),
        ...machine.workqueue.ready.toArray().map(({ name }) => name),
      ],
      asleep: sessions.flatMap(({ mutex, ownership, name }) => [
        ...mutex.waiters.map(waiting(`mpcb_mutex(${name})`)),
        ...ownership.waiters.map(waiting(`lock_sock(${name})`)),
      ]),
      timers: Object.fromEntries(
        [...machine.workqueue.timers].flatMap(([due, works]) => works.map(({ name }) => [name, due])),
      ),
    },
  }
  return state as State & JsonObject
}

function waiting(lock: string) {
  return ({ work }: Coroutine) => `${work.name}: ${lock}`
}

function namespaceState(kept: FullmeshNamespace | undefined): NamespaceState {
  if (!kept) return { local: { v4: noSlots, v6: noSlots }, events: [] }
  return {
    local: { v4: localTable(kept.local, 'v4'), v6: localTable(kept.local, 'v6') },
    events: kept.events.map(
      ({ code, address, ifindex, lowPrio }) =>
        `${code} ${address} if=${ifindex}${lowPrio ? ' low_prio=1' : ''}`,
    ),
  }
}

const noSlots = { bits: 0, next: 0, slots: {} }

function localTable(local: LocalAddresses, family: Family): NamespaceState['local'][Family] {
  const { bits, next, slots } = local[family]
  return {
    bits,
    next,
    slots: numbered(slots, ({ address, id, lowPrio, ifindex }) => ({ address, id, lowPrio, ifindex })),
  }
}

function sessionState(session: Session): SessionState {
  const kept = session.pathManagerState as FullmeshPrivate | undefined
  return {
    version: session.version,
    pathManager: session.pathManager.name,
    dead: session.dead,
    mutex: session.mutex.held,
    owned: session.ownership.held,
    deferred: session.deferred,
    refs: { ...session.refs },
    ...(kept && { private: privateState(kept) }),
    subflows: mapped(
      session.subflows.toReversed().map((subflow) => [subflow.name, subflow] as const),
      subflowState,
    ),
  }
}

function privateState({
  remotes,
  addAddr,
  removeAddrs,
  announced,
  firstPair,
}: FullmeshPrivate): PrivateState {
  return {
    remotes: { v4: remoteTable(remotes.v4), v6: remoteTable(remotes.v6) },
    addAddr,
    removeAddrs,
    announced: { ...announced },
    firstPair,
  }
}

function remoteTable({ bits, slots }: RemoteTable): PrivateState['remotes'][Family] {
  return {
    bits,
    slots: numbered(slots, ({ address, port, id, bitfield, retryBitfield }) => ({
      address,
      port,
      id,
      bitfield,
      retryBitfield,
    })),
  }
}

function subflowState(subflow: Subflow): SubflowState {
  const { state, source, destination, destinationPort, localId, remoteId, lowPrio, pf } = subflow
  const established = subflow.fullyEstablished
  return { state, source, destination, destinationPort, localId, remoteId, lowPrio, established, pf }
}

/** The slots that hold something, by number. */
function numbered<T extends { address: string }, U>(
  slots: readonly T[],
  map: (slot: T) => U,
): Record<string, U> {
  return Object.fromEntries(
    slots.flatMap((slot, index) => (slot?.address ? [[String(index), map(slot)]] : [])),
  )
}

function mapped<T, U>(entries: Iterable<readonly [string, T]>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries([...entries].map(([name, value]) => [name, map(value)]))
}
