import { type Change, type JsonObject, valueAt } from '../recorder/diff.ts'
import type { Step } from '../recorder/recording.ts'
import type { LocalSlot, RemoteSlot, State, SubflowState } from '../recorder/snapshot.ts'
import type { Words } from './words.ts'

/** Something that a step changed, as a reader of the C file would put it. */
export interface Told {
  /** `c1: remaddr4[0].bitfield` */
  what: string
  from?: string
  to: string
}

/** Says what a step changed. */
export function describe({ changes, before }: Step, words: Words): Told[] {
  return changes
    .flatMap((change) => leaves(change))
    .flatMap(([path, ...value]) => {
      const names = path.split('|')
      const old = valueAt(before as State & JsonObject, path)
      return tell(names, old, value[0], words)
    })
    .filter(({ from, to }) => from !== to)
}

/** What is new and consists of other things is told by these. */
function leaves([path, ...value]: Change): Change[] {
  const [it] = value
  const isWhole = /\|(slots|subflows)\|[^|]+$/.test(path) || /^sessions\|[^|]+(\|private)?$/.test(path)
  if (isWhole || typeof it !== 'object' || it === null || Array.isArray(it))
    return [[path, ...value] as Change]
  return Object.entries(it).flatMap(([name, inner]) => leaves([`${path}|${name}`, inner]))
}

function tell([first, ...names]: string[], old: unknown, now: unknown, words: Words): Told[] {
  if (first === 'time') return [{ what: words.time, from: `${old} ms`, to: `${now} ms` }]
  if (first === 'queue') return tellQueue(names, old, now, words)
  const [owner = '', ...rest] = names
  if (first === 'sessions') return tellSession(owner, rest, old, now, words)
  const [what = '', family = '', ...field] = rest
  const prefix = owner === 'init' ? '' : `${owner}: `
  if (what === 'events') {
    return [{ what: `${prefix}events`, from: list(old, words), to: list(now, words) }]
  }
  if (what !== 'local') return [{ what: owner, to: now === undefined ? words.gone : words.fresh }]
  const n = family.slice(1)
  if (field[0] === 'next') return [{ what: `${prefix}next_v${n}_index`, from: text(old), to: text(now) }]
  if (field[0] === 'bits') return [{ what: `${prefix}loc${n}_bits`, from: bits(old), to: bits(now) }]
  if (now !== undefined && Object(now) !== now) {
    return [{ what: `${prefix}locaddr${n}[${field[1]}].${field[2]}`, from: text(old), to: text(now) }]
  }
  if (!field[1]) return []
  const to = now ? localSlot(now as LocalSlot) : words.gone
  return [{ what: `${prefix}locaddr${n}[${field[1]}]`, to }]
}

function tellQueue([what, name = '']: string[], old: unknown, now: unknown, words: Words): Told[] {
  if (what !== 'timers') {
    return [{ what: words[what as 'ready' | 'asleep'], from: list(old, words), to: list(now, words) }]
  }
  return [{ what: name, to: now === undefined ? words.timerOver : words.dueAt(Number(now)) }]
}

function tellSession(name: string, path: string[], old: unknown, now: unknown, words: Words): Told[] {
  const [first, second = '', third = '', ...rest] = path
  const told = (what: string, show: (value: unknown) => string = text): Told[] => [
    { what: `${name}: ${what}`, ...(old !== undefined && { from: show(old) }), to: show(now) },
  ]
  if (first === undefined) return [{ what: name, to: words.newSession }]
  if (first === 'subflows') {
    if (third) return [{ what: `${second} ${third}`, from: text(old), to: text(now) }]
    return [{ what: second, to: now ? subflow(now as SubflowState) : words.gone }]
  }
  if (first === 'refs') return told(second === 'socket' ? words.socketRefs : words.controlRefs)
  if (first === 'mutex') return told('mpcb_mutex', (held) => (held ? words.held : words.free))
  if (first === 'owned') return told('lock_sock', (held) => (held ? words.held : words.free))
  if (first === 'deferred') return told('MPTCP_PATH_MANAGER_DEFERRED')
  if (first === 'pathManager') return told('pm_ops')
  if (first === 'dead') return told('SOCK_DEAD')
  if (!second) return [{ what: `${name}: fullmesh_priv`, to: words.zeroed }]
  if (second === 'addAddr') return told('add_addr')
  if (second === 'removeAddrs') return told('remove_addrs', bits)
  if (second === 'firstPair') return told('first_pair')
  const n = third.slice(1)
  if (second === 'announced') return told(`announced_addrs_v${n}`, bits)
  if (rest[0] === 'bits') return told(`rem${n}_bits`, bits)
  const [, slot = '', field = ''] = rest
  if (!field)
    return slot
      ? [{ what: `${name}: remaddr${n}[${slot}]`, to: now ? remoteSlot(now as RemoteSlot) : words.gone }]
      : []
  const isBits = field.toLowerCase().includes('bitfield')
  const inC = field === 'retryBitfield' ? 'retry_bitfield' : field
  return told(`remaddr${n}[${slot}].${inC}`, isBits ? bits : text)
}

/** A set of slots as C programmers write one. */
export function bits(value: unknown): string {
  return `0b${Number(value ?? 0)
    .toString(2)
    .padStart(8, '0')}`
}

export function localSlot({ address, id, ifindex, lowPrio }: LocalSlot): string {
  return `${address} id=${id} if=${ifindex}${lowPrio ? ' low_prio=1' : ''}`
}

export function remoteSlot({ address, port, id }: RemoteSlot): string {
  return `${address}${port ? ` port=${port}` : ''} id=${id}`
}

export function subflow({ source, destination, state }: SubflowState): string {
  return `${source} → ${destination} ${state}`
}

function list(value: unknown, words: Words): string {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : words.none
}

function text(value: unknown): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value ?? 0)
}
