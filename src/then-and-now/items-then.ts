import type { Scenario, Step } from '../../examples/scenario/parse.ts'
import { errorName } from '../island/error-names.ts'
import { type Ids, type Item, otherSide, removalKey } from './item.ts'
import type { Side } from './recording.ts'
import type { Words } from './words.ts'

/**
 * Returns the items of v0.95's ladder.
 *
 * @param first the first step that is shown; if it is not the one that opens the session, the mesh is one item
 */
export function itemsThen({ steps }: Scenario, first: number, words: Words): Item[] {
  const reader = new Reader(words)
  for (const [index, step] of steps.entries()) {
    if (index === first) reader.show(step)
    reader.read(step)
  }
  reader.finish()
  return reader.items
}

/** Returns the hosts that have a session in the scenario. What the other host sends is given by commands. */
export function hostsOf({ steps }: Scenario): Set<Side | undefined> {
  const openings = steps.filter(opensSession)
  return new Set(openings.map(({ command }) => (command.startsWith('connect ') ? 'client' : 'server')))
}

/** Returns true for the command with which a session begins. */
export function opensSession({ command }: Step): boolean {
  return /^(connect|accept) /.test(command)
}

/** Reads the commands and the output of a scenario, and collects items. */
class Reader {
  readonly items: Item[] = []
  private readonly words: Words
  private isShown = false
  private clock = 0
  /** When the session began. */
  private start = 0
  private notes: number[] = []
  private noteCount = 0
  private readonly sides = new Map<string, Side>()
  private readonly ids: Ids = { client: new Map(), server: new Map() }
  private readonly addressOf = new Map<string, string>()
  private readonly pairs = new Map<string, string>()
  /** Joins by pair, and sent options by key: the same segment is printed where it is sent, and named where it arrives. */
  private readonly sent = new Map<string, Item[]>()
  private readonly joins = new Map<string, Item>()
  private readonly arrived = new Map<string, number>()
  private readonly queued = new Map<string, { side?: Side; delay: string }>()
  private hasSession = false

  constructor(words: Words) {
    this.words = words
  }

  /** Shows items from here on. */
  show(step: Step): void {
    this.isShown = true
    if (opensSession(step)) return
    this.push({ at: 0, kind: 'event', text: this.words.mesh(this.pairs.size), key: 'mesh' })
  }

  read({ command, comments, expected }: Step): void {
    const before = this.items.length
    if (comments.length > 0) this.notes.push(++this.noteCount)
    const [name = '', ...args] = command.split(' ')
    const duration = name === 'advance' ? Number(args[0]) : 0
    const side = this.command(name, args, command)
    for (const line of expected) this.line(line, side)
    if (duration >= 1000 && this.items.length === before)
      this.push({ kind: 'event', text: this.words.idle(duration / 1000) })
    if (duration) this.clock = Math.max(this.clock, this.begun + duration)
    this.begun = this.clock
    // A remark on the state is one on what led to it.
    if (name === 'state') this.items.at(-1)?.notes.push(...this.notes.splice(0))
  }
  private begun = 0

  /** Gives the remarks at the end of a scenario to its last item. */
  finish(): void {
    this.items.at(-1)?.notes.push(...this.notes)
  }

  private command(name: string, args: string[], command: string): Side | undefined {
    const [first = '', second = '', third = ''] = args
    switch (name) {
      case 'connect':
      case 'accept': {
        const isClient = name === 'connect'
        this.sides.set(first, isClient ? 'client' : 'server')
        if (this.hasSession) return
        this.hasSession = true
        this.start = this.clock
        const [from, to] = (isClient ? [second, third] : [third, second]).map(withoutPort) as [string, string]
        this.ids.client.set(0, from)
        this.ids.server.set(0, to)
        this.pairs.set(`${first}/0`, `${from}→${to}`)
        this.push({ side: 'client', kind: 'segment', text: 'SYN+MP_CAPABLE', pair: `${from}→${to}`, key: 'syn' })
        return
      }
      case 'established':
        this.push({ ...this.sideOf(first), kind: 'event', text: this.words.fullyEstablished })
        return
      case 'rx':
        this.arrive(first, second, args.slice(2))
        return
      case 'addr':
      case 'link': {
        const device = args[args.indexOf('dev') + 1] ?? ''
        if (name === 'addr' && first === 'add') this.addressOf.set(device, second)
        if (name === 'link' && first === 'add') return
        const side = (name === 'addr' ? device : second).startsWith('s') ? 'server' : 'client'
        const key = name === 'addr' ? `${first} ${second}` : this.linkKey(second, args.slice(2))
        this.push({ side, kind: 'command', text: command, key })
        return side
      }
      case 'close':
        this.push({ ...this.sideOf(first), kind: 'command', text: command })
        return
      case 'route':
        if (first === 'ok') this.push({ side: 'client', kind: 'command', text: command })
    }
  }

  private line(line: string, side: Side | undefined): void {
    const [, time, what = '', rest = ''] = /^\[(\d+)\] (\S+) ?(.*)$/.exec(line) ?? []
    if (time === undefined) return this.stateLine(line)
    this.clock = Number(time)
    const [subflow = '', number = ''] = /^(?:\w+)\/(\d+)/.exec(rest) ?? []
    switch (what) {
      case 'queue': {
        const [, work, delay] = /^(\S+) \+(\d+)$/.exec(rest) ?? []
        if (work && delay) this.queued.set(work, { ...(side && { side }), delay: this.words.delayed(Number(delay)) })
        return
      }
      case 'run': {
        const queued = this.queued.get(rest)
        if (queued) this.push({ side: 'client', ...queued, kind: 'event', text: rest.replace(/\(.*/, '') })
        return
      }
      case 'ack':
      case 'tx':
      case 'probe':
        return this.send(rest, subflow)
      case 'join':
        return this.join(rest, subflow)
      case 'close': {
        const last = this.items.at(-1)
        if (!this.isShown || (last?.kind === 'event' && last.pair === this.pairs.get(subflow))) return
        const text = this.words.closed(number)
        if (last?.text.startsWith('REMOVE_ADDR') && last.details.length === 0) last.details.push(text)
        else if (last?.key === 'closes') last.text += ` #${number}`
        else this.push({ ...this.sideOf(rest), kind: 'event', text, key: 'closes' })
        return
      }
      case 'error': {
        const error = rest.split(' ')[1] ?? ''
        const { side } = this.sideOf(rest)
        const key = `gone ${side} ${error}`
        const last = this.items.at(-1)
        if (last?.key === key) last.text += ` #${number}`
        else this.push({ ...this.sideOf(rest), kind: 'event', text: this.words.endsWith(error, `#${number}`), key })
        return
      }
      case 'op': {
        // The answer to an MP_JOIN carries the backup flag of the address that it was sent to.
        const [, to] = /^get_local_id\(\w+,(\S+)\) = \d+ low_prio=1$/.exec(rest) ?? []
        if (to && this.answering === to) this.joins.get(this.answeringPair)?.details.push(this.words.peerBackup)
        const [, server, id] = /^get_local_id\(\w+,(\S+)\) = (\d+)/.exec(rest) ?? []
        if (server) this.ids.server.set(Number(id), server)
      }
    }
  }
  private answering = ''
  private answeringPair = ''

  /** The state shows which subflows are backups; the line of a join does not. */
  private stateLine(line: string): void {
    const [, subflow = ''] = /^ {2}sub (\S+) .* low_prio=1/.exec(line) ?? []
    this.joins.get(this.pairs.get(subflow) ?? '')?.details.splice(1, 0, this.words.backup)
  }

  private send(rest: string, subflow: string): void {
    const { side = 'client' } = this.sideOf(rest)
    const options = [...rest.matchAll(/(ADD_ADDR|REMOVE_ADDR|MP_PRIO)\(([^)]*)\)/g)]
    for (const [text, option, value = ''] of options) {
      if (option === 'ADD_ADDR') this.announce(side, value, text)
      else if (option === 'REMOVE_ADDR') this.remove(side, value, text)
      else {
        const pair = this.pairs.get(subflow) ?? ''
        this.push({ side, kind: 'segment', text, pair, key: `prio ${side} ${pair} ${value}` })
      }
    }
  }

  private announce(side: Side, value: string, text: string, details: string[] = []): void {
    const [id = '', address = ''] = value.split(/,(.*)/)
    this.ids[side].set(Number(id), address)
    this.transmit({ side, kind: 'segment', text, key: `add ${side} ${address}`, ids: id, details })
  }

  private remove(side: Side, ids: string, text: string): void {
    const key = removalKey(side, ids.split(',').map(Number), this.ids)
    this.transmit({ side, kind: 'segment', text, key, ids })
  }

  /** Adds a segment that a host sends, unless it is one whose arrival was named before. */
  private transmit(item: Partial<Item> & { key: string }): void {
    const waiting = this.arrived.get(item.key) ?? 0
    if (waiting > 0) this.arrived.set(item.key, waiting - 1)
    else this.keep(item.key, this.push(item))
  }

  private keep(key: string, item: Item | undefined): void {
    if (item) this.sent.set(key, [...(this.sent.get(key) ?? []), item])
  }

  /** Reads the command that lets a segment arrive: the segment is new, unless its sender's output has it. */
  private arrive(session: string, what: string, args: string[]): void {
    const side = otherSide(this.sides.get(session) ?? 'client')
    const [first = '', second = ''] = args
    if (what === 'join') {
      this.answering = first
      this.answeringPair = `${withoutPort(second)}→${first}`
      this.joins.get(this.answeringPair)?.notes.push(...this.notes.splice(0))
      return
    }
    const count = this.items.length
    const port = /^\[.*\]:(\d+)$|^[\d.]+:(\d+)$/.exec(second)?.slice(1).find(Boolean)
    const key =
      what === 'add_addr'
        ? `add ${side} ${withoutPort(second)}`
        : removalKey(side, first.split(',').map(Number), this.ids)
    const known = this.sent.get(key)?.shift()
    if (known) {
      known.notes.push(...this.notes.splice(0))
      return
    }
    if (what === 'add_addr')
      this.announce(side, `${first},${withoutPort(second)}`, `ADD_ADDR(${first},${withoutPort(second)})`, port ? [this.words.port(Number(port))] : [])
    else this.remove(side, first, `REMOVE_ADDR(${first})`)
    this.sent.get(key)?.pop()
    if (this.items.length > count) this.arrived.set(key, (this.arrived.get(key) ?? 0) + 1)
  }

  private join(rest: string, subflow: string): void {
    const [, from, localId, to, remoteId, result] =
      /: (\S+) id=(\d+) if=\d+ -> (\S+) id=(\d+) = (-?\d+)$/.exec(rest) ?? []
    if (!from || !to) return
    const { side = 'client' } = this.sideOf(rest)
    const pair = `${withoutPort(from)}→${withoutPort(to)}`
    this.pairs.set(subflow, pair)
    this.ids[side].set(Number(localId), withoutPort(from))
    if (result !== '0') {
      this.push({ side, kind: 'event', text: this.words.noSyn(pair, errorName(-Number(result)) ?? `${result}`), pair })
      return
    }
    const port = to.slice(to.lastIndexOf(':') + 1)
    const item = this.push({
      side,
      kind: 'segment',
      text: 'SYN+MP_JOIN',
      pair,
      key: `join ${pair}`,
      ids: `${localId}→${remoteId}`,
      details: [this.words.pairOfIds(Number(localId), Number(remoteId)), ...(port === '7777' ? [] : [this.words.port(Number(port))])],
    })
    if (item) this.joins.set(pair, item)
  }

  /** Returns what a change of a device is called in a key: for mainline, the flag is one of the address. */
  private linkKey(device: string, [change, flag]: string[]): string {
    if (change !== 'multipath') return `${change} ${device}`
    return `${flag === 'on' ? 'nobackup' : flag} ${this.addressOf.get(device)}`
  }

  private sideOf(subflow: string): { side?: Side } {
    const side = this.sides.get(/^\w+/.exec(subflow)?.[0] ?? '')
    return side ? { side } : {}
  }

  private push(item: Partial<Item>): Item | undefined {
    if (!this.isShown) return undefined
    const whole: Item = {
      at: this.clock - this.start,
      kind: 'event',
      text: '',
      details: [],
      ...item,
      notes: this.notes.splice(0),
    }
    this.items.push(whole)
    return whole
  }
}

function withoutPort(endpoint: string): string {
  const [, v6] = /^\[(.*)\](?::\d+)?$/.exec(endpoint) ?? []
  return v6 ?? endpoint.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
}
