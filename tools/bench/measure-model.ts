/**
 * One measurement for `npm run bench:model`, in a process of its own; prints it as JSON:
 * `measure-model.ts scenarios FOLDER`, `… flap SESSIONS`, `… warm-flap SESSIONS` or `… mesh`.
 */

import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseScenario } from '../../examples/scenario/parse.ts'
import { runCommand, runScenario } from '../../examples/scenario/run.ts'
import { createWorld, type World } from '../../examples/scenario/world.ts'

/** The result of one measurement. */
export interface Measurement {
  /** Time from the start of the process until the model was loaded, in ms. */
  loaded: number
  /** Time of the commands, by the clock and by the CPU, in ms. */
  took: number
  cpu: number
  /** Number of commands or scenarios. */
  count: number
  /** Number of printed lines. */
  lines: number
  /** Largest memory of the process, and its heap in use at the end, in MiB. */
  rss: number
  heap: number
}

const loaded = performance.now()

const [what, argument = ''] = process.argv.slice(2)
if (what === 'scenarios') replay(argument)
else if (what === 'flap') measure(addressFlap(Number(argument)))
else if (what === 'warm-flap') measureWarm(Number(argument))
else if (what === 'mesh') measure(fullMeshOfBothFamilies())
else throw new Error(`"${what}" is not scenarios, flap, warm-flap or mesh`)

/** Measures reading and replaying every scenario of a folder. */
function replay(folder: string): void {
  const start = now()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.txt'),
  )
  let lines = 0
  for (const file of files) {
    const { steps } = runScenario(parseScenario(readFileSync(join(folder, file), 'utf8')))
    for (const { expected } of steps) lines += expected.length
  }
  report(since(start), files.length, lines, files)
}

function measure(commands: Iterable<string>): void {
  const start = now()
  const { count, lines, world } = play(commands)
  report(since(start), count, lines, world)
}

/** Measures flaps in one machine after the other, after all code has been compiled, and reports the cost of one. */
function measureWarm(sessions: number): void {
  play(addressFlap(10_000))
  const times = Math.ceil(10_000 / sessions)
  const start = now()
  let last = play(addressFlap(sessions))
  for (let i = 1; i < times; i++) last = play(addressFlap(sessions))
  const { took, cpu } = since(start)
  report({ took: took / times, cpu: cpu / times }, last.count, last.lines, last.world)
}

/** Runs commands in a new machine, and writes their output to the null device. */
function play(commands: Iterable<string>): { count: number; lines: number; world: World } {
  const world = createWorld()
  const output = openSync(devNull, 'w')
  let count = 0
  let lines = 0
  let text = ''
  for (const command of commands) {
    const printed = runCommand(world, command)
    count++
    lines += printed.length
    text += `${printed.join('\n')}\n`
    if (text.length < 1 << 16) continue
    writeSync(output, text)
    text = ''
  }
  writeSync(output, text)
  closeSync(output)
  return { count, lines, world }
}

interface Time {
  took: number
  cpu: number
}

function now(): Time {
  const { user, system } = process.cpuUsage()
  return { took: performance.now(), cpu: (user + system) / 1000 }
}

function since(start: Time): Time {
  const end = now()
  return { took: end.took - start.took, cpu: end.cpu - start.cpu }
}

/** Prints the result. @param inUse must not be collected as garbage before the heap is measured */
function report(time: Time, count: number, lines: number, inUse: object): void {
  const rss = process.resourceUsage().maxRSS / 1024
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed / 1024 / 1024
  const measurement: Measurement = { loaded, ...time, count, lines, rss, heap }
  console.log(JSON.stringify(measurement))
  Object.freeze(inUse)
}

/** Sessions over the first of two addresses, each with a subflow over the second, which is deleted and added again. */
function* addressFlap(sessions: number): Iterable<string> {
  yield* ['insmod', 'link add eth0', 'link add wlan0']
  yield* ['addr add 10.0.1.1 dev eth0', 'addr add 10.0.2.1 dev wlan0', 'advance 500']
  for (let i = 0; i < sessions; i++) {
    yield `connect c${i} 10.0.1.1:${1024 + (i % 60_000)} 10.9.1.1:80`
    yield `established c${i}`
  }
  yield* ['addr del 10.0.2.1 dev wlan0', 'advance 500']
  yield* ['addr add 10.0.2.1 dev wlan0', 'advance 500']
}

/** An IPv6 session with eight addresses of each family at both ends. */
function* fullMeshOfBothFamilies(): Iterable<string> {
  yield* ['insmod', 'link add eth0']
  for (let i = 1; i <= 8; i++) yield* [`addr add 10.0.${i}.1 dev eth0`, `addr add fd00:${i}::1 dev eth0`]
  yield* ['advance 500', 'connect c0 [fd00:1::1]:4000 [fd09:1::1]:80', 'established c0']
  for (let i = 1; i <= 8; i++) {
    yield `rx c0 add_addr ${i} 10.9.${i}.1`
    if (i > 1) yield `rx c0 add_addr ${i + 8} fd09:${i}::1`
  }
}
