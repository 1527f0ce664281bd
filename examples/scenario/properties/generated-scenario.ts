import fc from 'fast-check'
import type { Machine } from '../../kernel/machine.ts'
import { formatScenario, parseScenario, type Scenario } from '../parse.ts'
import { runCommand, runScenario } from '../run.ts'
import { createWorld, type World } from '../world.ts'
import { type CommandKind, weightedKinds, writers } from './command-kinds.ts'

/** A generated scenario, in which every command is valid. */
export class GeneratedScenario {
  readonly commands: readonly string[]

  constructor(commands: readonly string[]) {
    this.commands = commands
  }

  get scenario(): Scenario {
    return parseScenario(this.commands.map((command) => `${command}\n----\n\n`).join(''))
  }

  /** Runs the scenario on a new machine, and calls `check` after every command. */
  play(check: (world: World, output: string[], command: string) => void = () => {}): World {
    const world = createWorld()
    for (const command of this.commands) check(world, runCommand(world, command), command)
    return world
  }

  /** All printed lines. */
  get output(): string[] {
    const lines: string[] = []
    this.play((_world, output) => void lines.push(...output))
    return lines
  }

  /** The scenario file, which a failing property prints. */
  [fc.toStringMethod](): string {
    try {
      return `\n${formatScenario(runScenario(this.scenario))}`
    } catch {
      return `\n${this.commands.join('\n')}\n`
    }
  }
}

/** A kind of command, and three numbers that choose its arguments. */
interface Event {
  kind: CommandKind
  numbers: [number, number, number]
}

const host = fc.record({
  devices: fc.integer({ min: 1, max: 3 }),
  /** The addresses of each device: a bit for each of its four in {@link addressesFor}. */
  addresses: fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 1, max: 15 }))),
  hasBlue: fc.boolean(),
  numSubflows: fc.constantFrom(1, 1, 1, 2, 3),
  createOnErr: fc.boolean(),
})

type Host = typeof host extends fc.Arbitrary<infer Value> ? Value : never

/** Restrictions on the generated scenarios. */
export interface Restrictions {
  /** Kinds of commands that do not occur. */
  without?: readonly CommandKind[]
  createOnErr?: boolean
}

/** The kinds of the first commands, which make sessions whose peers have several addresses. */
const OPENING = ['connect', 'establish', 'announce', 'establish', 'connect', 'announce', 'accept'] as const

/** Scenarios about a host with one to three devices, in part of them a second namespace, and up to six sessions. */
export function generatedScenarios({
  without = [],
  createOnErr,
}: Restrictions = {}): fc.Arbitrary<GeneratedScenario> {
  const obstacles = fc.array(eventOf(['routeFails']), { maxLength: 4, size: 'max' })
  const opening = fc.array(eventOf(OPENING), { maxLength: 12, size: 'max' })
  const rest = fc.array(eventOf(weightedKinds.filter((kind) => !without.includes(kind))), {
    maxLength: 40,
    size: 'max',
  })
  return fc
    .tuple(host, obstacles, opening, rest)
    .map(([given, ...events]) =>
      writeScenario({ ...given, createOnErr: createOnErr ?? given.createOnErr }, events.flat()),
    )
}

function eventOf(possible: readonly CommandKind[]): fc.Arbitrary<Event> {
  return fc.record({
    kind: fc.constantFrom(...possible),
    numbers: fc.tuple(fc.nat(11), fc.nat(11), fc.nat(11)),
  })
}

/**
 * Writes the commands one by one, each for the state of a machine on which the commands before it have run. The last
 * command advances the clock so far that all timers armed by then fire.
 */
function writeScenario(given: Host, events: readonly Event[]): GeneratedScenario {
  const world = createWorld()
  const commands = beginning(given)
  for (const command of commands) runCommand(world, command)
  for (const { kind, numbers } of events) {
    const command = writers[kind](world, ...numbers)
    if (command === undefined) continue
    commands.push(command)
    runCommand(world, command)
  }
  return new GeneratedScenario([...commands, 'advance 1500'])
}

function beginning({ devices, addresses, hasBlue, numSubflows, createOnErr }: Host): string[] {
  const commands = ['insmod']
  if (numSubflows > 1) commands.push(`param num_subflows=${numSubflows}`)
  if (createOnErr) commands.push('param create_on_err=1')
  const made = ['eth0', 'wlan0', 'lte0'].slice(0, devices)
  if (hasBlue) {
    commands.push('netns add blue')
    made.push('blue0', 'blue1')
  }
  for (const [i, device] of made.entries()) {
    commands.push(`link add ${device}${device.startsWith('blue') ? ' netns blue' : ''}`)
    const chosen = addressesFor(device).filter((_address, bit) => (addresses[i] ?? 1) & (1 << bit))
    commands.push(...chosen.map((address) => `addr add ${address} dev ${device}`))
  }
  return [...commands, 'advance 500']
}

/** The addresses that a device of this name may have. Both namespaces use the same ones. */
export function addressesFor(device: string): string[] {
  const number = { eth0: 1, wlan0: 2, lte0: 3, blue0: 1, blue1: 2 }[device] ?? 9
  return [`10.0.${number}.1`, `fd00:${number}::1`, `10.0.${number}.2`, `fd00:${number}::2`]
}

/** Releases every socket, drops the commands for cond_resched(), and runs all remaining work. */
export function settle(world: World): Machine {
  world.reschedules.length = 0
  world.machine.faults.allocation = 0
  for (const { name, ownership } of world.machine.sessions.values()) {
    if (ownership.held) runCommand(world, `release ${name}`)
  }
  for (let i = 0; i < 3; i++) runCommand(world, 'advance 1000')
  return world.machine
}
