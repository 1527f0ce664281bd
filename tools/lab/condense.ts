import type { Event, LabRecording, Side } from '../../src/then-and-now/recording.ts'

/** A raw recording of mainline's path manager: the properties that are read here. Times are in s after the first SYN. */
export interface Raw {
  kernel: string
  iproute2: string
  endpoints_at_connect: Record<Side, string[]>
  actions: { at: number; side: string; cmd: string; rc: number; err?: string }[]
  subflows: RawSubflow[]
  options: Record<Side, RawOption[]>
  monitor: Record<Side, [at: number, text: string][]>
  peers: Record<Side, [at: number, text: string][]>
  snapshots: { at: number; label: string; client: { tcp: string[] }; server: { tcp: string[] } }[]
  mib: Record<Side, Record<string, number>>
}

interface RawSubflow {
  order: number
  t: number
  initiator: Side
  src: string
  dst: string
  dport: number
  join: boolean
  outcome: string
  syn_times: number[]
  localId?: number
  remoteId?: number
  backup?: number
  backupR?: number
  fin?: [at: number, side: Side][]
  rst_t?: number
}

interface RawOption {
  t: number
  subflow: number
  sub: string
  addrId?: number
  addr?: string
  port?: number
  echo?: number
  backup?: number
  note?: string
  capFlags?: string
}

const SIDES = ['client', 'server'] as const

/** A FIN that follows the close by the application within this time, in ms, is part of that close. */
const CLOSING_MS = 30

const FAILURES =
  /^(MPJoinSynTx(BindErr|ConnectErr|CreatSkErr)|AddAddrTxDrop|EchoAddTxDrop|RmAddrTxDrop|AddAddrDrop)$/

/** Reduces a raw recording to what a page shows: which side opened, closed and announced what, and when. */
export function condense(id: string, raw: Raw): LabRecording {
  const end = closingTime(raw)
  const events: Event[] = [
    ...raw.actions.filter(({ at }) => at >= 0).map(toRun),
    ...raw.subflows.map((subflow) => toOpen(subflow, raw.subflows[0]?.dport)),
    ...closes(raw, end),
    ...SIDES.flatMap((side) => raw.options[side].flatMap((option) => toSignal(side, option))),
    ...SIDES.flatMap((side) => fastcloses(side, raw.options[side])),
    ...SIDES.flatMap((side) => raw.monitor[side].flatMap(([at, text]) => toGone(side, at, text))),
    ...(end === undefined ? [] : [{ at: end, what: 'end', side: 'client' } as const]),
  ]
  const last = raw.snapshots.at(-1)
  return {
    id,
    kernel: raw.kernel,
    iproute2: raw.iproute2.replace(/^.*iproute2-([\d.]+).*$/, '$1'),
    endpoints: raw.endpoints_at_connect,
    setup: raw.actions
      .filter(({ at, cmd }) => at < 0 && !/mptcp endpoint/.test(cmd) && !/limits show/.test(cmd))
      .map(({ side, cmd }) => ({ side, command: cmd })),
    events: events
      .map((event, index) => ({ event, index }))
      .sort((a, b) => a.event.at - b.event.at || rank(a.event) - rank(b.event) || a.index - b.index)
      .map(({ event }) => event),
    alive: { client: last?.client.tcp.length ?? 0, server: last?.server.tcp.length ?? 0 },
    failures: Object.fromEntries(
      SIDES.map((side): [Side, Record<string, number>] => [
        side,
        Object.fromEntries(Object.entries(raw.mib[side]).filter(([name]) => FAILURES.test(name))),
      ]).filter(([, counters]) => Object.keys(counters).length > 0),
    ),
  }
}

/** Returns the order of events of the same time, which is in tenths of a ms: a cause comes before its effect. */
function rank(event: Event): number {
  const kind = event.what === 'announce' && event.echo ? 'echo' : event.what
  return ['run', 'flags', 'announce', 'echo', 'prio', 'remove', 'fastclose', 'close', 'open'].indexOf(kind)
}

function ms(seconds: number): number {
  return Math.round(seconds * 10_000) / 10
}

function closingTime({ peers }: Raw): number | undefined {
  const closed = peers.client.find(([, text]) => text.startsWith('closed'))
  return closed && ms(closed[0])
}

function toRun({ at, side, cmd, err }: Raw['actions'][number]): Event {
  return { at: ms(at), what: 'run', side, command: cmd, ...(err && { error: err }) }
}

function toOpen(subflow: RawSubflow, dport: number | undefined): Event {
  const [, ...again] = subflow.syn_times
  return {
    at: ms(subflow.t),
    what: 'open',
    side: subflow.initiator,
    subflow: subflow.order,
    from: subflow.src,
    to: subflow.dst,
    ...(subflow.dport !== dport && { port: subflow.dport }),
    join: subflow.join,
    ...(subflow.localId !== undefined && { localId: subflow.localId }),
    ...(subflow.remoteId !== undefined && { remoteId: subflow.remoteId }),
    ...(subflow.backup && { backup: true as const }),
    ...(subflow.backupR && { peerBackup: true as const }),
    outcome: outcomeOf(subflow),
    ...(again.length > 0 && { again: again.map(ms) }),
  }
}

function outcomeOf({ outcome }: RawSubflow): 'established' | 'refused' | 'no answer' {
  if (outcome.startsWith('established')) return 'established'
  return outcome === 'refused by RST' ? 'refused' : 'no answer'
}

/** Returns the events of closed subflows. Those that one side closed within 1 ms are one event. */
function closes({ subflows }: Raw, end: number | undefined): Event[] {
  const events: (Event & { what: 'close' })[] = []
  const add = (at: number, side: Side, subflow: number, by: 'FIN' | 'RST') => {
    const same = events.find(
      (event) => event.side === side && event.by === by && Math.abs(event.at - at) <= 1,
    )
    if (same) same.subflows.push(subflow)
    else events.push({ at, what: 'close', side, subflows: [subflow], by })
  }
  for (const { order, outcome, fin, rst_t } of subflows) {
    const [first] = fin ?? []
    const at = first && ms(first[0])
    if (first && at !== undefined && (end === undefined || Math.abs(at - end) > CLOSING_MS)) {
      add(at, first[1], order, 'FIN')
    }
    const by = /, RST by (client|server)/.exec(outcome)?.[1] as Side | undefined
    if (by && rst_t !== undefined) add(ms(rst_t), by, order, 'RST')
  }
  return events
}

function toSignal(side: Side, option: RawOption): Event[] {
  const at = ms(option.t)
  const { sub, subflow, addrId, addr, port, echo, backup, note, capFlags } = option
  if (sub === 'ADD_ADDR' && addrId !== undefined && addr) {
    return [
      {
        at,
        what: 'announce',
        side,
        id: addrId,
        address: addr,
        ...(port !== undefined && { port }),
        ...(echo && { echo: true as const }),
      },
    ]
  }
  if (sub === 'REMOVE_ADDR') return [{ at, what: 'remove', side, ids: JSON.parse(note ?? '[]'), subflow }]
  if (sub === 'MP_PRIO') return [{ at, what: 'prio', side, subflow, backup: backup === 1 }]
  if (sub === 'MP_CAPABLE' && capFlags && capFlags !== '01' && !(side === 'client' && at > 0))
    return [{ at, what: 'flags', side, flags: capFlags }]
  return []
}

function fastcloses(side: Side, options: RawOption[]): Event[] {
  const found = options.filter(({ sub }) => sub === 'MP_FASTCLOSE')
  const [first] = found
  return first
    ? [{ at: ms(first.t), what: 'fastclose', side, subflows: found.map(({ subflow }) => subflow) }]
    : []
}

/** Returns the event of a subflow that ended with an error, from the output of `ip mptcp monitor`. */
function toGone(side: Side, at: number, text: string): Event[] {
  const [, from, to, error] = /SF_CLOSED\].* saddr\d=(\S+) daddr\d=(\S+) .*error=(\d+)/.exec(text) ?? []
  return from && to && error ? [{ at: ms(at), what: 'gone', side, from, to, error: Number(error) }] : []
}
