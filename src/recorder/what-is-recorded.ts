import { compile } from '../sandbox/compile.ts'
import { type Granularity, instrument } from './instrument.ts'

/** Files and functions without marks: they only compute a value, so no walk has steps in them. */
export const unmarked: ReadonlySet<string> = new Set(
  `fullmesh/bitfield fullmesh/families fullmesh/parameters fullmesh/ops kernel/inet kernel/errno kernel/fifo
  kernel/faults kernel/invalid kernel/limits kernel/options kernel/sent kernel/socket kernel/notifier kernel/test-machine
  localsOf remotesOf noRemotes isOn fmGetNs`.split(/\s+/),
)

/** Files whose functions are one step each: they set up a test, or the machine. */
export const summarised: ReadonlySet<string> = new Set(['fullmesh/boot', 'fullmesh/setups', 'kernel/machine'])

/** Files of the path manager in which only statements that change something are steps. */
export const effectsOnly: ReadonlySet<string> = new Set(['fullmesh/structures', 'fullmesh/local-addresses'])

/** Returns which statements of a function are steps; undefined if it gets no marks. */
export function granularityOf(id: string, fn: string): Granularity | undefined {
  if (id.endsWith('.txt')) return fn === 'setUp' ? 'summary' : 'steps'
  const name = id.replace(/^examples\//, '').replace(/\.ts$/, '')
  if (unmarked.has(name) || unmarked.has(fn)) return undefined
  if (summarised.has(name)) return 'summary'
  if (effectsOnly.has(name)) return 'effects'
  // The statements of a test are steps; a call of a helper of its file is one step, like `boot`.
  if (name.endsWith('.test')) return fn ? 'summary' : 'steps'
  if (name.startsWith('fullmesh/')) return 'acts'
  return /^(kernel|host)\//.test(name) ? 'effects' : undefined
}

/**
 * Compiles the module `id` with the marks that call a `Recorder`.
 *
 * @throws CompileError
 */
export function compileForWalk(id: string, source: string): string {
  return compile(id, source, (code) => instrument(code, id, (fn) => granularityOf(id, fn)))
}
