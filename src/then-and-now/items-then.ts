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
    if (index === first) reader.show(opensSession(step))
    reader.read(step)
  }
  reader.finish()
  return reader.items
}

/** Returns true for the command with which a session begins. */
export function opensSession({ command }: Step): boolean {
  return /^(connect|accept) /.test(command)
}

/** Returns the hosts that have a session in the scenario. What the other host sends is given by commands. */
export function hostsOf({ steps }: Scenario): Set<Side | undefined> {
  const openings = steps.filter(opensSession)
  return new Set(openings.map(({ command }) => (command.startsWith('connect ') ? 'client' : 'server')))
}

/** Reads the commands and the output of a scenario, and collects items. */
class Reader {
  readonly items: Item[] = []
  private readonly words: Words
  private isShown = false
  /** The model's time, and the time at which the session began. */
  private clock = 0
  private start = 0
  /** Numbers of the remarks that no item has yet, and of all. */
  private notes: number[] = []
  private noteCount = 0
  /** The host of each session. */
  private readonly sides = new Map<string, Side>()
  private readonly ids: Ids = { client: new Map(), server: new Map() }
  /** The address of each device. */
  private readonly addresses = new Map<string, string>()
  /** The addresses of each subflow, and the item that opened it, by these. */
  private readonly pairs = new Map<string, string>()
  private readonly joins = new Map<string, Item>()
  /** Options of which one end was read: {@link segment}. */
  private readonly ends = new Map<string, Item[]>()
  /** Delayed work: the host whose event queued it, and the delay. */
  private readonly queued = new Map<string, Partial<Item>>()
  /** The MP_JOIN that the server answers. */
  private answered = { pair: '', to: '' }

  constructor(words: Words) {
    this.words = words
  }

  /** Shows what is read from here on. */
  show(fromStart: boolean): void {
    this.isShown = true
    if (!fromStart) this.push({ at: 0, text: this.words.mesh(this.pairs.size), key: 'mesh' })
  }

  read({ command, comments, expected }: Step): void {
    if (comments.length > 0) this.notes.push(++this.noteCount)
    const [name = '', ...args] = command.split(' ')
    const [before, began] = [this.items.length, this.clock]
    const side = this.command(command, name, args)
    for (const line of expected) this.line(line, side)
    // A remark on the state is one on what led to it.
    if (name === 'state') this.items.at(-1)?.notes.push(...this.notes.splice(0))
    if (name !== 'advance') return
    const duration = Number(args[0])
    if (duration >= 1000 && this.items.length === before)
      this.push({ at: began - this.start, text: this.words.idle(duration / 1000) })
    this.clock = began + duration
  }

  /** Gives the remarks at the end of a scenario to its last item. */
  finish(): void {
    this.items.at(-1)?.notes.push(...this.notes)
  }

  /** Reads a command, and returns the host that it changes. */
  private command(command: string, name: string, args: string[]): Side | undefined {
    const [first = '', second = '', third = ''] = args
    switch (name) {
      case 'connect':
        this.open(first, 'client', second, third)
        return
      case 'accept':
        this.open(first, 'server', third, second)
        return
      case 'established':
        this.push({ ...this.hostOf(first), text: this.words.fullyEstablished })
        return
      case 'rx':
        this.arrive(this.sides.get(first) ?? 'client', second, args.slice(2))
        return
      case 'close':
        this.push({ ...this.hostOf(first), kind: 'command', text: command })
        return
      case 'route':
        if (first === 'ok') this.push({ side: 'client', kind: 'command', text: command })
        return
      case 'addr': {
        const device = args.at(-1) ?? ''
        if (first === 'add') this.addresses.set(device, second)
        return this.change(command, device, `${first} ${second}`)
      }
      case 'link':
        // To mainline, backup is a flag of the address.
        if (first === 'add') return
        if (third !== 'multipath') return this.change(command, second, `${third} ${second}`)
        return this.change(
          command,
          second,
          `${args[3] === 'on' ? 'nobackup' : args[3]} ${this.addresses.get(second)}`,
        )
    }
  }

  /** A session begins. If both ends have one, it is the same connection. */
  private open(session: string, side: Side, from: string, to: string): void {
    this.sides.set(session, side)
    if (this.sides.size > 1) return
    this.start = this.clock
    const [client, server] = [withoutPort(from), withoutPort(to)]
    this.ids.client.set(0, client)
    this.ids.server.set(0, server)
    const pair = `${client}→${server}`
    this.pairs.set(`${session}/0`, pair)
    this.push({ side: 'client', kind: 'segment', text: 'SYN+MP_CAPABLE', pair, key: 'syn' })
  }

  private change(command: string, device: string, key: string): Side {
    const side = device.startsWith('s') ? 'server' : 'client'
    this.push({ side, kind: 'command', text: command, key })
    return side
  }

  /** Reads the command that lets a segment arrive at a host. */
  private arrive(to: Side, what: string, [first = '', second = '']: string[]): void {
    const from = otherSide(to)
    const address = withoutPort(second)
    const port = second === address ? undefined : second.slice(second.lastIndexOf(':') + 1)
    if (what === 'join') {
      this.answered = { pair: `${address}→${first}`, to: first }
      this.joins.get(this.answered.pair)?.notes.push(...this.notes.splice(0))
    } else if (what === 'add_addr')
      this.announce('arrived', from, first, address, port ? [this.words.port(Number(port))] : [])
    else this.remove('arrived', from, first)
  }

  /** Reads a line of output. `side` is the host that the command changed. */
  private line(line: string, side: Side | undefined): void {
    const [, time, what = '', rest = ''] = /^\[(\d+)\] (\S+) ?(.*)$/.exec(line) ?? []
    const [subflow = '', number = ''] = /\w+\/(\d+)/.exec(time === undefined ? line : rest) ?? []
    if (time === undefined) {
      // The state shows which subflows are backups. The line of a join does not.
      if (line.includes(' low_prio=1')) this.joinOf(subflow)?.details.splice(1, 0, this.words.backup)
      return
    }
    this.clock = Number(time)
    switch (what) {
      case 'queue': {
        const [, work, delay] = /^(\S+) \+(\d+)$/.exec(rest) ?? []
        if (work) this.queued.set(work, { side: side ?? 'client', delay: this.words.delayed(Number(delay)) })
        break
      }
      case 'run': {
        const queued = this.queued.get(rest)
        if (queued) this.push({ ...queued, text: rest.replace(/\(.*/, '') })
        break
      }
      case 'ack':
      case 'tx':
      case 'probe':
        this.send(rest, subflow)
        break
      case 'join':
        this.join(rest, subflow)
        break
      case 'close':
        this.close(subflow, number)
        break
      case 'error': {
        const error = rest.split(' ')[1] ?? ''
        const host = this.hostOf(subflow)
        const key = `gone ${host.side} ${error}`
        const last = this.items.at(-1)
        if (last?.key === key) last.text += ` #${number}`
        else this.push({ ...host, text: this.words.endsWith(error, `#${number}`), key })
        break
      }
      case 'op': {
        const [, address = '', id, flag] =
          /^get_local_id\(\w+,(\S+)\) = (\d+) low_prio=(\d)$/.exec(rest) ?? []
        if (id === undefined) break
        this.ids.server.set(Number(id), address)
        // The answer to an MP_JOIN carries the backup flag of the address that it was sent to.
        if (flag === '1' && address === this.answered.to)
          this.joins.get(this.answered.pair)?.details.push(this.words.peerBackup)
      }
    }
  }

  private send(rest: string, subflow: string): void {
    const { side = 'client' } = this.hostOf(subflow)
    for (const [text, option, value = ''] of rest.matchAll(/(ADD_ADDR|REMOVE_ADDR|MP_PRIO)\(([^)]*)\)/g)) {
      const [id = '', address = ''] = value.split(',')
      if (option === 'ADD_ADDR') this.announce('sent', side, id, address)
      else if (option === 'REMOVE_ADDR') this.remove('sent', side, value)
      else {
        const pair = this.pairs.get(subflow) ?? ''
        this.push({ side, kind: 'segment', text, pair, key: `prio ${side} ${pair} ${value}` })
      }
    }
  }

  private announce(
    end: 'sent' | 'arrived',
    side: Side,
    id: string,
    address: string,
    details: string[] = [],
  ): void {
    this.ids[side].set(Number(id), address)
    const text = `ADD_ADDR(${id},${address})`
    this.segment(end, { side, text, key: `add ${side} ${address}`, ids: id, details })
  }

  private remove(end: 'sent' | 'arrived', side: Side, ids: string): void {
    const key = removalKey(side, ids.split(',').map(Number), this.ids)
    this.segment(end, { side, text: `REMOVE_ADDR(${ids})`, key, ids })
  }

  /** Adds a segment, unless its other end was read before: it is printed where it is sent, and named where it arrives. */
  private segment(end: 'sent' | 'arrived', item: Partial<Item>): void {
    const mine = `${end} ${item.key}`
    const other = this.ends.get(`${end === 'sent' ? 'arrived' : 'sent'} ${item.key}`)?.shift()
    if (other && end === 'arrived') other.notes.push(...this.notes.splice(0))
    if (other) return
    const added = this.push({ kind: 'segment', ...item })
    if (added) this.ends.set(mine, [...(this.ends.get(mine) ?? []), added])
  }

  private join(rest: string, subflow: string): void {
    const [, from = '', localId, to = '', port, remoteId, result] =
      /: (\S+) id=(\d+) if=\d+ -> (\S+):(\d+) id=(\d+) = (-?\d+)$/.exec(rest) ?? []
    const host = this.hostOf(subflow)
    const pair = `${withoutPort(from)}→${withoutPort(to)}`
    this.pairs.set(subflow, pair)
    this.ids[host.side ?? 'client'].set(Number(localId), withoutPort(from))
    if (result !== '0') {
      const error = errorName(-Number(result)) ?? `${result}`
      this.push({ ...host, text: this.words.noSyn(pair, error), pair })
      return
    }
    const details = [this.words.pairOfIds(Number(localId), Number(remoteId))]
    if (port !== '7777') details.push(this.words.port(Number(port)))
    const ids = `${localId}→${remoteId}`
    const item = this.push({
      ...host,
      kind: 'segment',
      text: 'SYN+MP_JOIN',
      pair,
      key: `join ${pair}`,
      ids,
      details,
    })
    if (item) this.joins.set(pair, item)
  }

  /** A subflow is closed: mostly with the REMOVE_ADDR just sent, or after a join that failed. */
  private close(subflow: string, number: string): void {
    const last = this.items.at(-1)
    if (last?.kind === 'event' && last.pair !== undefined && last.pair === this.pairs.get(subflow)) return
    const text = this.words.closed(number)
    if (last?.text.startsWith('REMOVE_ADDR') && last.details.length === 0) last.details.push(text)
    else if (last?.key === 'closes') last.text += ` #${number}`
    else this.push({ ...this.hostOf(subflow), text, key: 'closes' })
  }

  private joinOf(subflow: string): Item | undefined {
    return this.joins.get(this.pairs.get(subflow) ?? '')
  }

  /** The host of a session or of a subflow. */
  private hostOf(name: string): { side?: Side } {
    const side = this.sides.get(name.replace(/\/.*/, ''))
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

/** Returns the address of `10.0.1.1:4000`, `[fd00::1]:4000`, `[fd00::1]`, or an address. */
function withoutPort(endpoint: string): string {
  return endpoint.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
}
