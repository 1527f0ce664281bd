import type { NetDevice } from '../../kernel/netdevice.ts'
import type { Session } from '../../kernel/session.ts'
import type { Subflow } from '../../kernel/subflow.ts'
import type { World } from '../world.ts'
import { addressesFor } from './generated-scenario.ts'

/** Writes a command of a kind that is valid now; undefined if there is none. */
type Writer = (world: World, a: number, b: number, c: number) => string | undefined

const TIMES = [500, 1, 1000, 499, 1000, 1500]
const ERRORS = ['ETIMEDOUT', 'ECONNRESET', 'ECONNREFUSED']
const ROUTE_ERRORS = ['ENETUNREACH', 'ENETUNREACH', 'EHOSTUNREACH', 'EACCES']
/** Segments, with different numbers of bytes before MPTCP's options. */
const SEGMENTS = [
  'ack',
  'data',
  'probe',
  'ack size=0',
  'ack size=20',
  'ack size=24',
  'data size=0',
  'data size=20',
]
/** Options of sessions; about half of the sessions have none. */
const OPTIONS = ['', '', '', ' v1', ' v1', ' mapped', ' ipv6only', ' transparent']

/** The writers of each kind of command. `wait` is first, because a failing scenario is shrunk towards it. */
const ordinary = {
  wait: (_world, a) => `advance ${pick(TIMES, a)}`,
  inspect: (world, a) => {
    const names = [...world.machine.namespaces.keys(), ...world.machine.sessions.keys()]
    return `state ${pick(names, a)}`
  },
  gainAddress: (world, a, b) => {
    const device = pickDevice(world, a)
    const missing = addressesFor(device.name).filter((address) => !addressesOf(device).includes(address))
    return given(pick(missing, b), (address) => `addr add ${address} dev ${device.name}`)
  },
  loseAddress: (world, a, b) => {
    const device = pickDevice(world, a)
    return given(pick(addressesOf(device), b), (address) => `addr del ${address} dev ${device.name}`)
  },
  toggleDevice: (world, a) => {
    const { name, up } = pickDevice(world, a)
    return `link set ${name} ${up ? 'down' : 'up'}`
  },
  multipath: (world, a, b) =>
    `link set ${pickDevice(world, a).name} multipath ${pick(['backup', 'off', 'on'], b)}`,
  carrier: (world, a) => `link set ${pickDevice(world, a).name} change`,
  connect: (world, a, b, c) => begin(world, 'connect', a, b, c),
  accept: (world, a, b, c) => begin(world, 'accept', a, b, c),
  establish: (world, a) =>
    given(
      pickSession(world, a, ({ master }) => !!master && !master.fullyEstablished),
      (name) => `established ${name}`,
    ),
  close: (world, a) => given(pickAlive(world, a), (name) => `close ${name}`),
  own: (world, a) =>
    given(
      pickSession(world, a, ({ ownership }) => !ownership.held),
      (name) => `own ${name}`,
    ),
  release: (world, a) =>
    given(
      pickSession(world, a, ({ ownership }) => ownership.held),
      (name) => `release ${name}`,
    ),
  fallBack: (world, a, b) =>
    given(pickSession(world, a), (name) => `infinite ${name} ${pick(['snd', 'rcv', 'send'], b)}`),
  announce: (world, a, b) =>
    given(pickAlive(world, a), (name) => `rx ${name} add_addr ${1 + (b % 6)} ${peerAddress(1 + (b % 6))}`),
  announcePort: (world, a, b, c) =>
    given(pickAlive(world, a), (name) => {
      const port = 8080 + (c % 2)
      const id = 1 + (b % 6)
      return `rx ${name} add_addr ${id} ${id > 3 ? `[${peerAddress(id)}]` : peerAddress(id)}:${port}`
    }),
  announceOtherId: (world, a, b, c) =>
    given(pickAlive(world, a), (name) => `rx ${name} add_addr ${b % 7} ${peerAddress(1 + (c % 6))}`),
  withdraw: (world, a, b) => given(pickAlive(world, a), (name) => `rx ${name} remove_addr ${b % 7}`),
  join: (world, a, b, c) =>
    given(
      pickSession(world, a, ({ dead, serverSide }) => !dead && serverSide),
      (name) => {
        const id = 1 + (c % 3)
        return `rx ${name} join 10.0.${1 + (b % 3)}.1 ${peerAddress(id)}:${4001 + c} ${id}`
      },
    ),
  finishHandshake: (world, a, b) =>
    given(
      pickSubflow(world, a, b, ({ state }) => state === 'SYN_SENT'),
      (subflow) => `sub ${subflow} established`,
    ),
  fourthAck: (world, a, b) =>
    given(
      pickSubflow(world, a, b, ({ preEstablished }) => preEstablished),
      (subflow) => `sub ${subflow} acked`,
    ),
  error: (world, a, b, c) =>
    given(
      pickSubflow(world, a, b, ({ state }) => state !== 'CLOSE'),
      (subflow) => `sub ${subflow} error ${pick(ERRORS, c)}`,
    ),
  measure: (world, a, b, c) =>
    given(
      pickSubflow(world, a, b),
      (subflow) => `sub ${subflow} ${pick(['pf on', 'pf off', 'idle 300', 'srtt 0'], c)}`,
    ),
  send: (world, a, b, c) =>
    given(
      pickSubflow(world, a, b, ({ state, preEstablished }) => state === 'ESTABLISHED' && !preEstablished),
      (subflow) => `tx ${subflow} ${pick(SEGMENTS, c)}`,
    ),
  sendJoinAck: (world, a, b, c) =>
    given(
      pickSubflow(world, a, b, ({ preEstablished }) => preEstablished),
      (subflow) => `tx ${subflow} ${pick(['ack', 'data', 'probe'], c)} size=${pick([12, 4, 0], b)}`,
    ),
  routeFails: (world, a, b, c) =>
    given(pickRoute(world, a, b), (route) => `route fail ${route} ${pick(ROUTE_ERRORS, c)}`),
  routeWorks: (world, a) =>
    given(pick([...world.machine.routeErrors.keys()], a), (route) => `route ok ${route}`),
  noMemory: (_world, a) => `fail alloc ${1 + (a % 3)}`,
} as const satisfies Record<string, Writer>

/** Kinds of commands that may run at a cond_resched() of a worker. */
const AT_COND_RESCHED = [
  'own',
  'announce',
  'withdraw',
  'loseAddress',
  'gainAddress',
  'establish',
  'close',
] as const

/** The writer of each kind of command. */
export const writers = {
  ...ordinary,
  resched: (world, a, b, c) => {
    const write: Writer = ordinary[AT_COND_RESCHED[c % AT_COND_RESCHED.length] ?? 'own']
    return given(write(world, a, b, c), (command) => `resched ${command}`)
  },
} as const satisfies Record<string, Writer>

/** A kind of command. */
export type CommandKind = keyof typeof writers

/** All kinds; those that should occur more often are repeated. */
export const weightedKinds = [
  ...(Object.keys(writers) as CommandKind[]),
  ...(['wait', 'wait', 'wait', 'connect', 'establish', 'establish', 'announce', 'withdraw'] as const),
  ...([
    'own',
    'release',
    'own',
    'release',
    'gainAddress',
    'loseAddress',
    'toggleDevice',
    'finishHandshake',
    'send',
  ] as const),
]

/** The peer's address for an id: IPv4 for 1 to 3, IPv6 for 4 to 6. */
function peerAddress(id: number): string {
  return id > 3 ? `fd00:9::${id}` : `10.9.${id + 1}.1`
}

function begin(
  { machine }: World,
  verb: 'connect' | 'accept',
  a: number,
  b: number,
  c: number,
): string | undefined {
  if (machine.sessions.size >= 6) return undefined
  const device = pick([...machine.devices.values()], a)
  const address = device && pick(addressesOf(device), b)
  if (!device || !address) return undefined
  const isV6 = address.includes(':')
  let option = pick(OPTIONS, c) ?? ''
  if (option === ' transparent') option += ` ${device.name}`
  if ((option === ' mapped' && isV6) || (option === ' ipv6only' && !isV6)) option = ''
  const name = `${verb === 'connect' ? 'c' : 's'}${machine.sessions.size + 1}`
  const netns = device.namespace.name === 'init' ? '' : ` netns ${device.namespace.name}`
  const [local, remote] = isV6 ? [`[${address}]`, '[fd00:9::1]'] : [address, '10.9.1.1']
  return verb === 'connect'
    ? `connect ${name} ${local}:4000 ${remote}:80${option}${netns}`
    : `accept ${name} ${local}:80 ${remote}:4000${option}${netns}`
}

function pick<T>(choices: readonly T[], n: number): T | undefined {
  return choices[n % choices.length]
}

function given<T>(value: T | undefined, write: (value: T) => string): string | undefined {
  return value === undefined ? undefined : write(value)
}

function pickDevice({ machine }: World, n: number): NetDevice {
  return pick([...machine.devices.values()], n) as NetDevice
}

function addressesOf({ addresses }: NetDevice): string[] {
  return [...addresses.v4, ...addresses.v6].map(({ address }) => address)
}

function pickSession(
  { machine }: World,
  n: number,
  fits: (session: Session) => boolean = () => true,
): string | undefined {
  return pick([...machine.sessions.values()].filter(fits), n)?.name
}

function pickAlive(world: World, n: number): string | undefined {
  return pickSession(world, n, ({ dead }) => !dead)
}

/** A subflow as `sub` and `tx` name it: `c1 0`. */
function pickSubflow(
  { machine }: World,
  a: number,
  b: number,
  fits: (subflow: Subflow) => boolean = () => true,
): string | undefined {
  const session = pick([...machine.sessions.values()], a)
  return pick(session?.subflows.filter(fits) ?? [], b)?.name.replace('/', ' ')
}

/** A local and a remote address, for `route`. */
function pickRoute(world: World, a: number, b: number): string | undefined {
  const address = pick(addressesOf(pickDevice(world, a)), b)
  if (!address) return undefined
  const id = b % 4
  const peer =
    id === 0
      ? address.includes(':')
        ? 'fd00:9::1'
        : '10.9.1.1'
      : peerAddress(address.includes(':') ? id + 3 : id)
  return `${address} ${peer}`
}
