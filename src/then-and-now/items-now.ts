import { errorName } from '../island/error-names.ts'
import { type Ids, type Item, removalKey } from './item.ts'
import type { Event, LabRecording, Side } from './recording.ts'
import type { Words } from './words.ts'

/**
 * Returns the items of mainline's ladder.
 *
 * @param isFolded whether what happened before the first command is one item, the open mesh
 */
export function itemsNow(recording: LabRecording, isFolded: boolean, words: Words): Item[] {
  const { events, alive } = recording
  const ids = idsOf(recording)
  const first = isFolded ? events.findIndex(({ what }) => what === 'run') : 0
  const items: Item[] = []
  if (first > 0) {
    const opened = events.slice(0, first).filter(({ what }) => what === 'open').length
    items.push({ at: 0, kind: 'event', text: words.mesh(opened), key: 'mesh', details: [], notes: [] })
  }
  const pairs = pairsOf(events)
  for (const event of inOrder(events.slice(first))) {
    const item: Item = { ...blank(event), ...itemOf(event) }
    const last = items.at(-1)
    // Subflows that end at once with the same error are one item.
    if (last && last.key === item.key && event.what === 'gone') last.text += ` ${nameOf(event)}`
    else items.push(item)
  }
  return items

  function itemOf(event: Event | Again): Partial<Item> {
    switch (event.what) {
      case 'run':
        return {
          text: `${isHost(event.side) ? '' : `${words.sides[event.side]}: `}${event.command}${event.error ? ` (${words.fails})` : ''}`,
          ...(isHost(event.side) && { kind: 'command' }),
          ...keyed(commandKey(event.command, ids, event.side)),
        }
      case 'open':
        return {
          kind: 'segment',
          text: event.join ? 'SYN+MP_JOIN' : 'SYN+MP_CAPABLE',
          pair: `${event.from}→${event.to}`,
          key: event.join ? `join ${event.from}→${event.to}` : 'syn',
          ...(event.join && event.remoteId !== undefined && { ids: `${event.localId}→${event.remoteId}` }),
          details: [
            event.join && words.pairOfIds(event.localId, event.remoteId),
            event.port !== undefined && words.port(event.port),
            event.backup && words.backup,
            event.peerBackup && words.peerBackup,
            event.outcome === 'refused' && words.refused,
            event.outcome === 'no answer' && words.noAnswer,
          ].filter((detail) => typeof detail === 'string'),
        }
      case 'again':
        return { kind: 'segment', text: words.synAgain(numbers(event.subflows)) }
      case 'announce':
        return {
          kind: 'segment',
          text: event.echo ? words.echo(event.id) : `ADD_ADDR(${event.id},${event.address})`,
          key: `${event.echo ? 'echo' : 'add'} ${event.side} ${event.address}`,
          ids: String(event.id),
          details: event.port === undefined ? [] : [words.port(event.port)],
        }
      case 'remove':
        return {
          kind: 'segment',
          text: `REMOVE_ADDR(${event.ids})`,
          key: removalKey(event.side, event.ids, ids),
          ids: String(event.ids),
        }
      case 'prio': {
        const pair = pairs.get(event.subflow) ?? ''
        const flag = Number(event.backup)
        return { kind: 'segment', text: `MP_PRIO(${flag})`, pair, key: `prio ${event.side} ${pair} ${flag}` }
      }
      case 'close':
        return {
          kind: 'segment',
          text: `${event.by} ${numbers(event.subflows)}`,
          // v0.95 closes a subflow without a FIN. Which RSTs it sends is not part of the model.
          ...(event.by === 'FIN' && { key: `FIN ${event.side}` }),
        }
      case 'fastclose':
        return { kind: 'segment', text: `MP_FASTCLOSE ${numbers(event.subflows)}` }
      case 'gone': {
        const error = errorName(event.error) ?? String(event.error)
        return { text: words.endsWith(error, nameOf(event)), key: `gone ${event.side} ${error}` }
      }
      case 'flags':
        return { text: words.flags(event.flags) }
      case 'end':
        return { text: words.closesAll(alive.client) }
    }
  }

  /** The number of a subflow that ended; its addresses, if its SYN never left the host. */
  function nameOf({ at, from, to }: Event & { what: 'gone' }): string {
    const opened = events.findLast(
      (event) => event.what === 'open' && event.at <= at && event.from === from && event.to === to,
    )
    return opened?.what === 'open' ? `#${opened.subflow}` : `${from}→${to}`
  }
}

/** Returns the pairs of addresses for which a subflow ended without a SYN: there was no neighbour to send it to. */
export function pairsWithoutSyn({ events }: LabRecording): Set<string> {
  const gone = events.filter((event) => event.what === 'gone')
  const hasSyn = ({ at, from, to }: (typeof gone)[number]) =>
    events.some((event) => event.what === 'open' && event.at <= at && event.from === from && event.to === to)
  return new Set(gone.filter((event) => !hasSyn(event)).map(({ from, to }) => `${from}→${to}`))
}

/** SYNs that were sent again at one time. */
interface Again {
  at: number
  what: 'again'
  side: Side
  subflows: number[]
}

/** Returns the events with the retransmissions of SYNs at their times. */
function inOrder(events: readonly Event[]): (Event | Again)[] {
  const again = new Map<number, Again>()
  for (const event of events)
    if (event.what === 'open')
      for (const at of event.again ?? []) {
        const same = again.get(at)
        if (same) same.subflows.push(event.subflow)
        else again.set(at, { at, what: 'again', side: event.side, subflows: [event.subflow] })
      }
  return [...events, ...again.values()].sort((a, b) => a.at - b.at)
}

function blank(event: Event | Again): Item {
  return {
    at: event.at,
    ...(isHost(event.side) && { side: event.side }),
    kind: 'event',
    text: '',
    details: [],
    notes: [],
  }
}

function isHost(side: string): side is Side {
  return side === 'client' || side === 'server'
}

function keyed(key: string | undefined): Pick<Item, 'key'> {
  return key === undefined ? {} : { key }
}

function numbers(subflows: readonly number[]): string {
  return subflows.map((number) => `#${number}`).join(' ')
}

function pairsOf(events: readonly Event[]): Map<number, string> {
  return new Map(
    events.flatMap((event) => (event.what === 'open' ? [[event.subflow, `${event.from}→${event.to}`]] : [])),
  )
}

/** All ids of a recording. Mainline gives an address that is added again another one. */
function idsOf({ endpoints, events }: LabRecording): Ids {
  const ids: Ids = { client: new Map(), server: new Map() }
  for (const side of ['client', 'server'] as const)
    for (const endpoint of endpoints[side]) {
      const [, address, id] = /^(\S+) (?:port \d+ )?id (\d+)/.exec(endpoint) ?? []
      if (address) ids[side].set(Number(id), address)
    }
  for (const event of events) {
    if (event.what === 'announce' && !event.echo) ids[event.side].set(event.id, event.address)
    if (event.what !== 'open') continue
    if (event.localId !== undefined && !ids[event.side].has(event.localId))
      ids[event.side].set(event.localId, event.from)
    if (!event.join) ids.server.set(0, event.to)
  }
  return ids
}

/** Returns what a command does to which address or device, as {@link Item.key}. */
function commandKey(command: string, ids: Ids, side: string): string | undefined {
  const [, verb, address] =
    /^ip (?:addr|mptcp endpoint) (add|del)(?:ete)? (?!id )([\da-f.:]+)/.exec(command) ?? []
  if (verb) return `${verb} ${address}`
  const [, device, state] = /^ip link set (\S+) (up|down)$/.exec(command) ?? []
  if (device) return `${state} ${device}`
  const [, change, id, flag] =
    /^ip mptcp endpoint (delete|change) id (\d+)(?: (backup|nobackup))?/.exec(command) ?? []
  if (change === undefined || !isHost(side)) return undefined
  const known = ids[side].get(Number(id))
  if (change === 'delete') return `del ${known}`
  return flag && `${flag} ${known}`
}
