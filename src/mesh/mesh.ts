/**
 * The mesh of a session at one moment: the addresses of this host, those of the peer, and what is between them. It is
 * read from the state of a machine, so every picture of the mesh shows what a walk recorded.
 */

import { FAMILIES, type Family, familyOf } from '../../examples/kernel/inet.ts'
import { idsIn } from '../../examples/kernel/options.ts'
import { type Change, isObject } from '../recorder/diff.ts'
import type { SentSegment, Step } from '../recorder/recording.ts'
import type { SessionState, State, SubflowState } from '../recorder/state.ts'

/** An address of this host or of the peer. */
export interface MeshAddress {
  /** The address; with the port after a space, if the peer announced one: `10.9.1.1 8080`. */
  key: string
  address: string
  port?: number
  /** Its device; absent for an address that no device of the model has. */
  device?: string
  /** The device is down, or MPTCP does not use it. */
  isOff?: boolean
  /** Its slot in the table of local or of remote addresses. */
  slot?: number
  id?: number
  isBackup?: boolean
  /** The step changed its device, its slot, or its entry. */
  isChanged: boolean
}

/** A host: its name, and its addresses. */
interface Host {
  /** The name of its namespace, if the model has it and there are several. */
  name: string | undefined
  isServer: boolean
  addresses: MeshAddress[]
}

/** How a pair of addresses stands: a subflow between them, or what its bits say. */
export type PairKind = 'subflow' | 'retry' | 'tried' | 'untried'

/** A pair of addresses, or a subflow between them. */
export interface MeshLink {
  kind: PairKind
  /** Keys of the addresses at its ends. */
  from: string
  to: string
  /** The name of the subflow: `c1/0`. */
  name?: string
  subflow?: SubflowState
  /** The error of the route: -101. */
  error?: number
  isChanged: boolean
}

/** An option, or a SYN with MP_JOIN, that this step sent. */
export interface MeshArrow {
  from: string
  to: string
  /** `ADD_ADDR(3,10.0.2.1)` */
  name: string
}

/** The mesh of a session. */
export interface Mesh {
  session: string
  local: Host
  peer: Host
  /** Unchanged pairs first, so that subflows and changes are drawn above them. */
  links: MeshLink[]
  arrows: MeshArrow[]
}

/** What a mesh marks: the changes and the segments of a step. Both are empty for a state by itself. */
export interface Marks {
  changes: readonly Change[]
  sent: readonly SentSegment[]
}

const noMarks: Marks = { changes: [], sent: [] }

/** Returns the mesh of a session; without a session of that name, the addresses of the first namespace. */
export function meshOf(state: State, name: string | undefined, marks: Marks = noMarks): Mesh {
  const session = name === undefined ? undefined : state.sessions[name]
  const net = session?.namespace ?? Object.keys(state.namespaces)[0] ?? 'init'
  const isChanged = changeTester(marks.changes)
  const local = localAddresses(state, net, session, isChanged)
  const peer = session ? peerAddresses(state, net, name ?? '', session, isChanged) : []
  const isPair = Object.keys(state.namespaces).length > 1
  const owner = Object.entries(state.namespaces).find(
    ([other, { devices }]) =>
      other !== net &&
      Object.values(devices).some(({ addresses }) => peer.some(({ address }) => addresses.includes(address))),
  )
  return {
    session: session ? (name ?? '') : '',
    local: { name: isPair ? net : undefined, isServer: session?.serverSide ?? false, addresses: local },
    peer: { name: owner?.[0], isServer: !(session?.serverSide ?? true), addresses: peer },
    links: session ? linksOf(state, name ?? '', session, local, peer, isChanged) : [],
    arrows: session ? arrowsOf(name ?? '', session, peer, marks) : [],
  }
}

/** Returns whether a step changed the value at a path, something in it, or an object around it. */
function changeTester(changes: readonly Change[]) {
  return (...path: string[]) =>
    changes.some(([changed]) => changed.every((name, at) => (path[at] ?? name) === name))
}

type IsChanged = ReturnType<typeof changeTester>

function localAddresses(
  { namespaces }: State,
  net: string,
  session: SessionState | undefined,
  isChanged: IsChanged,
): MeshAddress[] {
  const namespace = namespaces[net]
  if (!namespace) return []
  const found = new Map<string, MeshAddress>()
  for (const [device, { up, multipath, addresses }] of Object.entries(namespace.devices)) {
    for (const address of addresses) {
      found.set(address, {
        ...{ key: address, address, device },
        isOff: !up || multipath === 'off',
        isBackup: multipath === 'backup',
        isChanged: isChanged('namespaces', net, 'devices', device),
      })
    }
  }
  for (const family of FAMILIES) {
    const { bits, slots } = namespace.local[family]
    for (const [slot, { address, id, lowPrio }] of Object.entries(slots)) {
      if (!((bits >> Number(slot)) & 1)) continue
      const known = found.get(address) ?? { key: address, address, isChanged: false }
      const changed = isChanged('namespaces', net, 'local', family, 'slots', slot)
      found.set(address, {
        ...known,
        ...{ slot: Number(slot), id, isBackup: lowPrio },
        isChanged: known.isChanged || changed,
      })
    }
  }
  for (const [, { source }] of session ? connectedIn(session) : [])
    if (!found.has(source)) found.set(source, { key: source, address: source, isChanged: false })
  return byFamily([...found.values()])
}

function peerAddresses(
  { namespaces }: State,
  net: string,
  name: string,
  session: SessionState,
  isChanged: IsChanged,
): MeshAddress[] {
  const found = new Map<string, MeshAddress>()
  for (const family of FAMILIES) {
    const { bits = 0, slots = {} } = session.private?.remotes[family] ?? {}
    for (const [slot, { address, port, id }] of Object.entries(slots)) {
      if (!((bits >> Number(slot)) & 1)) continue
      const key = keyOf(address, port)
      const path = ['sessions', name, 'private', 'remotes', family, 'slots', slot]
      const changed = ['address', 'id', 'port'].some((field) => isChanged(...path, field))
      found.set(key, { key, address, port, slot: Number(slot), id, isChanged: changed })
    }
  }
  for (const [, subflow] of connectedIn(session)) {
    const { destination } = subflow
    const known = peerKey([...found.values()], subflow)
    if (known === undefined)
      found.set(destination, { key: destination, address: destination, isChanged: false })
  }
  const devices = Object.entries(namespaces).flatMap(([other, { devices }]) =>
    other === net ? [] : Object.entries(devices),
  )
  const all = [...found.values()].map((peer): MeshAddress => {
    const device = devices.find(([, { addresses }]) => addresses.includes(peer.address))
    return device ? { ...peer, device: device[0], isOff: !device[1].up } : peer
  })
  return byFamily(all)
}

/**
 * Returns the subflows that have two ends, by name. One whose bind() or connect() has failed has no port, and of its
 * addresses at least that of the peer is not written in IPv4.
 */
function connectedIn({ subflows }: SessionState): [name: string, subflow: SubflowState][] {
  return Object.entries(subflows).filter(([, { destinationPort }]) => destinationPort !== 0)
}

/** Returns an address with its port, if there is one: `10.9.1.1:8080`, `[fd00::1]:8080`. */
export function withPort(address: string, port: number | undefined): string {
  if (!port) return address
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}

function keyOf(address: string, port: number): string {
  return port ? `${address} ${port}` : address
}

/** Returns the key of the peer's address to which a subflow leads. */
function peerKey(
  peer: readonly MeshAddress[],
  { destination, destinationPort }: SubflowState,
): string | undefined {
  const exact = peer.find(({ key }) => key === keyOf(destination, destinationPort))
  return (exact ?? peer.find(({ address }) => address === destination))?.key
}

function byFamily(addresses: MeshAddress[]): MeshAddress[] {
  return FAMILIES.flatMap((family) => addresses.filter(({ address }) => familyOf(address) === family))
}

function linksOf(
  state: State,
  name: string,
  session: SessionState,
  local: MeshAddress[],
  peer: MeshAddress[],
  isChanged: IsChanged,
): MeshLink[] {
  const errorOf = (from: string, to: string) => state.routeErrors[`${from} ${to}`]
  const subflows = connectedIn(session).map(([id, subflow]): MeshLink => {
    const to = peerKey(peer, subflow) ?? subflow.destination
    const changed = isChanged('sessions', name, 'subflows', id)
    return { kind: 'subflow', from: subflow.source, to, name: id, subflow, isChanged: changed }
  })
  const pairs = FAMILIES.flatMap((family) => pairsOf(name, session, family, local, isChanged))
  return [
    ...pairs.map((pair): MeshLink => {
      const error = errorOf(pair.from, pair.to.split(' ')[0] ?? '')
      return error === undefined ? pair : { ...pair, error }
    }),
    ...subflows,
  ]
    .filter(({ kind, from, to }) => kind === 'subflow' || !hasSubflow(subflows, from, to))
    .sort((a, b) => Number(a.isChanged) - Number(b.isChanged))
}

function hasSubflow(subflows: MeshLink[], from: string, to: string): boolean {
  return subflows.some((subflow) => subflow.from === from && subflow.to === to)
}

/** Returns the pairs of the slots in use. A server has no pairs: it opens no subflows. */
function pairsOf(
  name: string,
  session: SessionState,
  family: Family,
  local: MeshAddress[],
  isChanged: IsChanged,
): MeshLink[] {
  const table = session.private?.remotes[family]
  if (!table || session.serverSide) return []
  const slots = local.filter(({ slot, address }) => slot !== undefined && familyOf(address) === family)
  return Object.entries(table.slots).flatMap(([index, remote]) => {
    if (!((table.bits >> Number(index)) & 1)) return []
    const at = ['sessions', name, 'private', 'remotes', family, 'slots', index]
    const changed = isChanged(...at, 'bitfield') || isChanged(...at, 'retryBitfield')
    return slots.map(({ slot = 0, key }): MeshLink => {
      const bit = 1 << slot
      const kind = remote.retryBitfield & bit ? 'retry' : remote.bitfield & bit ? 'tried' : 'untried'
      const to = keyOf(remote.address, remote.port)
      return { kind, from: key, to, isChanged: changed && kind !== 'untried' }
    })
  })
}

/** Returns what the step sent: options of segments, and the SYNs of subflows that it added. */
function arrowsOf(name: string, session: SessionState, peer: MeshAddress[], marks: Marks): MeshArrow[] {
  const along = (id: string, text: string): MeshArrow[] => {
    const subflow = session.subflows[id]
    const to = subflow && peerKey(peer, subflow)
    return subflow && to !== undefined ? [{ from: subflow.source, to, name: text }] : []
  }
  const joined = marks.changes.flatMap(([path, now]) => {
    const [root, of, list, id] = path
    const isNew = root === 'sessions' && of === name && list === 'subflows' && path.length === 4
    return isNew && isObject(now) && now.state === 'SYN_SENT' ? along(id ?? '', 'SYN + MP_JOIN') : []
  })
  const options = marks.sent.flatMap(
    ({ subflow, segment, options: { join, addAddr, removeAddrs, prio } }) => {
      const names = [
        ...(join ? ['MP_JOIN'] : []),
        ...(addAddr ? [`ADD_ADDR(${addAddr.id},${addAddr.address})`] : []),
        ...(removeAddrs ? [`REMOVE_ADDR(${idsIn(removeAddrs)})`] : []),
        ...(prio === undefined ? [] : [`MP_PRIO(${Number(prio)})`]),
      ]
      return segment === 'probe' || names.length === 0 ? [] : along(subflow, names.join(' '))
    },
  )
  return [...joined, ...options]
}

/** The addresses that a mesh has a place for, in order: those of all steps of a walk. */
export interface MeshPlaces {
  local: readonly string[]
  peer: readonly string[]
}

/** The most addresses of a side that keep their place for a whole walk. */
const mostPlaces = 8

/**
 * Returns the addresses of a session over all steps of a walk, so that each keeps its place. Undefined if they are too
 * many: then each step places its own.
 */
export function placesOf(steps: readonly Step[], session: string | undefined): MeshPlaces | undefined {
  const local = new Set<string>()
  const peer = new Set<string>()
  let [namespaces, seen]: [unknown, unknown] = [undefined, undefined]
  for (const { after } of steps) {
    const now = session === undefined ? undefined : after.sessions[session]
    if (after.namespaces === namespaces && now === seen) continue
    namespaces = after.namespaces
    seen = now
    const mesh = meshOf(after, session)
    for (const { key } of mesh.local.addresses) local.add(key)
    for (const { key } of mesh.peer.addresses) peer.add(key)
  }
  if (local.size > mostPlaces || peer.size > mostPlaces) return undefined
  const ordered = (keys: Set<string>) =>
    FAMILIES.flatMap((family) => [...keys].filter((key) => familyOf(key) === family))
  return { local: ordered(local), peer: ordered(peer) }
}
