/**
 * `npm run bench:model`: how fast the model is and how much memory it needs, as tables.
 *
 * Every measurement runs several times, each in a new process; the fastest is shown. "When warm" is the cost after all
 * code has been compiled. It asserts nothing.
 */

import { execFileSync } from 'node:child_process'
import { printTable } from '../terminal/print-table.ts'
import type { Measurement } from './measure-model.ts'

const repeats = 8
const scenarios = 'examples/scenario/scenarios'

const mesh = measure('mesh') // first, so that the bundle exists before loading is measured
const replayed = measure('scenarios', scenarios)
const perSecond = (replayed.count / replayed.took) * 1000
printTable(
  ['recorded scenarios, in one process', ''],
  [
    ['scenarios', String(replayed.count)],
    ['lines printed', String(replayed.lines)],
    ['Node and the model loaded, ms', replayed.loaded.toFixed(0)],
    ['replayed, reading included, ms', replayed.took.toFixed(0)],
    ['together, ms', (replayed.loaded + replayed.took).toFixed(0)],
    ['scenarios per second, without loading', perSecond.toFixed(0)],
  ],
)

const flaps: string[][] = []
let before: Measurement | undefined
for (const sessions of [1, 10, 100, 1000, 10_000, 100_000]) {
  const cold = measure('flap', String(sessions))
  const warm = measure('warm-flap', String(sessions))
  flaps.push([
    String(sessions),
    String(cold.lines),
    (cold.took / 1000).toFixed(3),
    before ? `× ${(cold.took / before.took).toFixed(1)}` : '',
    perSession(cold.cpu, sessions),
    perSession(warm.cpu, sessions),
    cold.rss.toFixed(0),
    before ? `× ${(cold.rss / before.rss).toFixed(1)}` : '',
    cold.heap.toFixed(1),
  ])
  before = cold
}
printTable(
  [
    'sessions, one address flaps',
    'lines',
    's',
    'growth',
    'CPU µs each',
    'when warm',
    'RSS MiB',
    'growth',
    'heap MiB',
  ],
  flaps,
)

printTable(
  ['8 × 8 addresses, both families', 'lines', 'ms', 'RSS MiB', 'heap MiB'],
  [['1 session', String(mesh.lines), mesh.took.toFixed(1), mesh.rss.toFixed(0), mesh.heap.toFixed(1)]],
)

function perSession(cpu: number, sessions: number): string {
  return ((cpu / sessions) * 1000).toFixed(1)
}

function measure(...what: string[]): Measurement {
  // With one thread, no helpers of the garbage collector are counted.
  const threads = what[0] === 'warm-flap' ? ['--single-threaded'] : []
  const node = [...threads, '--expose-gc', 'tools/node/bundled.cjs', 'tools/bench/measure-model.ts']
  const runs = Array.from({ length: repeats }, (): Measurement => {
    return JSON.parse(execFileSync(process.execPath, [...node, ...what], { encoding: 'utf8' }))
  })
  return runs.reduce((best, run) => (run.cpu < best.cpu ? run : best))
}
