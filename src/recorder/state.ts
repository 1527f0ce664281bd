/**
 * The state of a machine that a walk shows, as one table: for each field how it is read, its name in C, and how its
 * value is shown. The snapshots of the recorder, the panels of the player, the changes in words and the kinds of change
 * are all made from this table, so a new field is one entry.
 */

import type {
  FullmeshNamespace,
  FullmeshPrivate,
  LocalTable,
  Remote,
  RemoteTable,
} from '../../examples/fullmesh/structures.ts'
import { errno } from '../../examples/kernel/errno.ts'
import { FAMILIES, type Family } from '../../examples/kernel/inet.ts'
import type { LocalAddress } from '../../examples/kernel/init-subsockets.ts'
import type { Coroutine, Machine } from '../../examples/kernel/machine.ts'
import type { Namespace } from '../../examples/kernel/namespace.ts'
import type { NetDevice } from '../../examples/kernel/netdevice.ts'
import type { Session } from '../../examples/kernel/session.ts'
import type { Subflow } from '../../examples/kernel/subflow.ts'
import type { Text } from '../../reference/languages.ts'
import type { JsonObject } from './diff.ts'
import { each, field, part, read, type StateOf } from './field.ts'
import { lockNames } from './lock-names.ts'

// How values are shown

const plain = String
const flag = (value: boolean) => String(Number(value))
const list = (items: readonly string[]) => items
const heldOrFree = (isHeld: boolean): Text =>
  isHeld ? { zh: '已持有', en: 'held' } : { zh: '空闲', en: 'free' }

/** A bitfield in C notation. Edited code may have removed it. */
export function bits(value: number | undefined): string {
  return `0b${Number(value ?? 0)
    .toString(2)
    .padStart(8, '0')}`
}

const ifSet = { isListed: Boolean }
const never = { isListed: () => false }

// The path manager's state of a namespace

const noLocals: LocalTable = { bits: 0, next: 0, slots: [] }

function fullmeshStateOf({ pathManagerState }: Namespace): Pick<FullmeshNamespace, 'local' | 'events'> {
  const state = pathManagerState as FullmeshNamespace | undefined
  return state ?? { local: { v4: noLocals, v6: noLocals }, events: [] }
}

/** The slots that hold or have held an address, by number. */
function slotsOf<Slot extends { address: string }>({ slots }: { slots: readonly Slot[] }): [string, Slot][] {
  return slots.flatMap((slot, index): [string, Slot][] => (slot?.address ? [[`${index}`, slot]] : []))
}

function localTable(family: Family) {
  const n = family.slice(1)
  const slot = part(
    (slot: LocalAddress) => slot,
    {
      address: field(({ address }: LocalAddress) => address, 'addr', plain),
      id: field(({ id }: LocalAddress) => id, `loc${n}_id`, plain),
      lowPrio: field(({ lowPrio }: LocalAddress) => lowPrio, 'low_prio', flag),
      ifindex: field(({ ifindex }: LocalAddress) => ifindex, 'if_idx', plain),
    },
    {
      name: (slot) => `locaddr${n}[${slot}]`,
      join: '.',
      show: ({ address, id, ifindex, lowPrio }) =>
        `${address} id=${id} if=${ifindex}${lowPrio ? ' low_prio=1' : ''}`,
    },
  )
  return part(
    (namespace: Namespace) => fullmeshStateOf(namespace).local[family],
    {
      bits: field((table: LocalTable) => table.bits, `loc${n}_bits`, bits),
      next: field((table: LocalTable) => table.next, `next_v${n}_index`, plain),
      slots: each<LocalTable, typeof slot>(slotsOf, slot),
    },
    { kind: 'slot', isListed: ({ slots }) => Object.keys(slots).length > 0 },
  )
}

// Devices

/** In the order in which they were made. They are drawn, and not listed. */
const device = part(
  (device: NetDevice) => device,
  {
    up: field(({ up }: NetDevice) => up, 'IFF_UP', flag),
    multipath: field(
      ({ noMultipath, backup }: NetDevice) => (noMultipath ? 'off' : backup ? 'backup' : 'on'),
      'multipath',
      plain,
    ),
    addresses: field(
      ({ addresses }: NetDevice) =>
        FAMILIES.flatMap((family) => addresses[family].map(({ address }) => address)),
      { zh: '地址', en: 'addresses' },
      list,
    ),
  },
  {
    name: (name) => name,
    join: ' ',
    kind: 'device',
    show: ({ addresses }) => addresses.join(', ') || { zh: '新设备', en: 'new device' },
  },
)

/** `ADD 10.0.1.1 if=2`; the last number is 1 for an address of low priority. */
type EventState = [code: string, address: string, ifindex: number, lowPrio?: 1]

const namespace = part(
  (namespace: Namespace) => namespace,
  {
    local: part((namespace: Namespace) => namespace, { v4: localTable('v4'), v6: localTable('v6') }),
    /** Oldest first. */
    events: field(
      (namespace: Namespace) =>
        fullmeshStateOf(namespace).events.map(
          ({ code, address, ifindex, lowPrio }): EventState =>
            lowPrio ? [code, address, ifindex, 1] : [code, address, ifindex],
        ),
      'events',
      (events) =>
        events.map(
          ([code, address, ifindex, lowPrio]) =>
            `${code} ${address} if=${ifindex}${lowPrio ? ' low_prio=1' : ''}`,
        ),
      { kind: 'event' },
    ),
    devices: each(
      ({ devices }: Namespace) => devices.map((device) => [device.name, device] as const),
      device,
    ),
  },
  { name: (name) => (name === 'init' ? '' : name), join: ': ' },
)

// The path manager's state of a session

function remoteTable(family: Family) {
  const n = family.slice(1)
  const slot = part(
    (slot: Remote) => slot,
    {
      address: field(({ address }: Remote) => address, 'addr', plain),
      port: field(({ port }: Remote) => port, 'port', plain),
      id: field(({ id }: Remote) => id, `rem${n}_id`, plain),
      bitfield: field(({ bitfield }: Remote) => bitfield, 'bitfield', bits),
      retryBitfield: field(({ retryBitfield }: Remote) => retryBitfield, 'retry_bitfield', bits),
    },
    {
      name: (slot) => `remaddr${n}[${slot}]`,
      join: '.',
      show: ({ address, port, id }) => `${address}${port ? ` port=${port}` : ''} id=${id}`,
    },
  )
  return part(
    ({ remotes }: FullmeshPrivate) => remotes[family],
    {
      bits: field((table: RemoteTable) => table.bits, `rem${n}_bits`, bits),
      slots: each<RemoteTable, typeof slot>(slotsOf, slot),
    },
    { kind: 'slot', ...never },
  )
}

/** Absent until the path manager has state for the session. */
const fullmeshPrivate = part(
  ({ pathManagerState }: Session) => pathManagerState as FullmeshPrivate | undefined,
  {
    remotes: part((kept: FullmeshPrivate) => kept, { v4: remoteTable('v4'), v6: remoteTable('v6') }),
    addAddr: field(({ addAddr }: FullmeshPrivate) => addAddr, 'add_addr', plain),
    removeAddrs: field(({ removeAddrs }: FullmeshPrivate) => removeAddrs, 'remove_addrs', bits),
    announced: part(({ announced }: FullmeshPrivate) => announced, {
      v4: field(({ v4 }: FullmeshPrivate['announced']) => v4, 'announced_addrs_v4', bits),
      v6: field(({ v6 }: FullmeshPrivate['announced']) => v6, 'announced_addrs_v6', bits, ifSet),
    }),
    firstPair: field(({ firstPair }: FullmeshPrivate) => firstPair, 'first_pair', flag),
  },
  { name: () => 'fullmesh_priv', show: () => ({ zh: '已分配，全部为零', en: 'allocated, all zero' }) },
)

// Sessions

const subflow = part(
  (subflow: Subflow) => subflow,
  {
    state: field(({ state }: Subflow) => state, 'state', plain),
    source: field(({ source }: Subflow) => source, 'source', plain),
    destination: field(({ destination }: Subflow) => destination, 'destination', plain),
    destinationPort: field(({ destinationPort }: Subflow) => destinationPort, 'port', plain),
    localId: field(({ localId }: Subflow) => localId, 'loc_id', plain),
    remoteId: field(({ remoteId }: Subflow) => remoteId, 'rem_id', plain),
    lowPrio: field(({ lowPrio }: Subflow) => lowPrio, 'low_prio', flag),
    established: field((it: Subflow) => it.fullyEstablished, 'fully_established', flag),
    pf: field(({ pf }: Subflow) => pf, 'pf', flag),
  },
  {
    name: (name) => name,
    join: ' ',
    isFullName: true,
    show: ({ source, destination, state }) => `${source} → ${destination} ${state}`,
  },
)

const session = part(
  (session: Session) => session,
  {
    /** The name of its namespace. */
    namespace: field(({ namespace }: Session) => namespace.name, 'net', plain, never),
    serverSide: field(({ serverSide }: Session) => serverSide, 'server_side', flag, never),
    version: field(({ version }: Session) => version, 'mptcp_ver', plain, never),
    mutex: field(({ mutex }: Session) => mutex.held, lockNames.mutex, heldOrFree, { kind: 'lock' }),
    owned: field(({ ownership }: Session) => ownership.held, lockNames.owned, heldOrFree, { kind: 'lock' }),
    deferred: field(({ deferred }: Session) => deferred, 'MPTCP_PATH_MANAGER_DEFERRED', flag, ifSet),
    socketRefs: field(
      ({ refs }: Session) => refs.socket,
      { zh: '元套接字引用计数', en: 'meta socket references' },
      plain,
    ),
    controlRefs: field(
      ({ refs }: Session) => refs.control,
      { zh: '控制块引用计数', en: 'control block references' },
      plain,
    ),
    pathManager: field(({ pathManager }: Session) => pathManager.name, 'pm_ops', plain, {
      isListed: (name) => name !== 'fullmesh',
    }),
    dead: field(({ dead }: Session) => dead, 'SOCK_DEAD', flag, ifSet),
    private: fullmeshPrivate,
    /** Oldest first. */
    subflows: each(
      ({ subflows }: Session) => subflows.toReversed().map((subflow) => [subflow.name, subflow] as const),
      subflow,
    ),
  },
  { name: (name) => name, join: ': ', show: () => ({ zh: '新建会话', en: 'new session' }) },
)

// The work queue

/** The workers that are waiting for a lock of a session: `subflow_work(c1): mpcb_mutex(c1)`. */
function sleepersOf({ name, mutex, ownership }: Session): string[] {
  const on = (lock: string) => (sleeper: Coroutine) => `${sleeper.work.name}: ${lock}(${name})`
  return [...mutex.waiters.map(on(lockNames.mutex)), ...ownership.waiters.map(on(lockNames.owned))]
}

const queue = part((machine: Machine) => machine, {
  /** Work items by name, in the order in which they will run. */
  ready: field(
    ({ workqueue }: Machine) => [
      ...workqueue.woken.toArray().map(({ work }) => work.name),
      ...workqueue.ready.toArray().map(({ name }) => name),
    ],
    { zh: '待执行', en: 'work queue' },
    list,
  ),
  asleep: field(
    ({ sessions }: Machine) => [...sessions.values()].flatMap(sleepersOf),
    { zh: '正在睡眠', en: 'sleeping' },
    list,
  ),
  /** Expiry times of armed items in ms, by name. */
  timers: each(
    ({ workqueue }: Machine) =>
      [...workqueue.timers].flatMap(([due, works]) => works.map(({ name }) => [name, due] as const)),
    field(
      (due: number) => due,
      '',
      (due) => ({ zh: `${due} ms 到期`, en: `due at ${due} ms` }),
      {
        gone: { zh: '定时器已到期', en: 'timer fired' },
        kind: 'timer',
      },
    ),
  ),
})

/** An error of a route. They are drawn, and not listed. */
const routeError = field(
  (error: number) => error,
  '',
  (error) => errorName(error) ?? `${error}`,
  { gone: { zh: '路由正常', en: 'the route works' }, kind: 'device', ...never },
)

/** `ENETUNREACH` for -101. */
function errorName(error: number): string | undefined {
  return Object.entries(errno).find(([, number]) => number === -error)?.[0]
}

/** The description of a machine. */
export const description = part((machine: Machine) => machine, {
  time: field(
    ({ now }: Machine) => now,
    { zh: '时间', en: 'time' },
    (ms) => `${ms} ms`,
  ),
  namespaces: each(({ namespaces }: Machine) => namespaces, namespace),
  routeErrors: each(({ routeErrors }: Machine) => routeErrors, routeError),
  sessions: each(({ sessions }: Machine) => sessions, session),
  queue,
})

/** The state of a machine, as plain data. */
export type State = StateOf<typeof description>
export type NamespaceState = StateOf<typeof namespace>
export type SessionState = StateOf<typeof session>
export type SubflowState = StateOf<typeof subflow>
export type PrivateState = NonNullable<StateOf<typeof fullmeshPrivate>>

/** Returns the state of a machine. */
export function snapshot(machine: Machine): State & JsonObject {
  return read(description, machine) as State & JsonObject
}
