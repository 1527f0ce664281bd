import { compileWith } from '../example/compile.ts'
import { type Attention, instrument } from './instrument.ts'

/** What only answers questions: nobody walks through it. */
const passedOver = new Set(
  `fullmesh/bitfield fullmesh/families fullmesh/parameters fullmesh/ops kernel/inet kernel/errno kernel/fifo
  kernel/faults kernel/invalid kernel/limits kernel/options kernel/socket kernel/notifier kernel/stand-in
  remotesOf noRemotes isOn fmGetNs`.split(/\s+/),
)

/** How closely a walk looks at a function of a file; undefined: not at all. */
export function attentionTo(id: string, fn: string): Attention | undefined {
  if (id.endsWith('.txt')) return fn === 'setUp' ? 'summary' : 'steps'
  const name = id.replace(/^examples\//, '').replace(/\.ts$/, '')
  if (passedOver.has(name) || passedOver.has(fn)) return undefined
  if (name === 'fullmesh/boot' || name === 'kernel/machine') return 'summary'
  if (name === 'fullmesh/structures' || name === 'fullmesh/local-addresses') return 'effects'
  // A test is walked through; what it begins its story with is one step, like `boot`.
  if (name.endsWith('.test')) return fn ? 'summary' : 'steps'
  if (name.startsWith('fullmesh/')) return 'acts'
  return name.startsWith('kernel/') ? 'effects' : undefined
}

/**
 * Compiles the module `id` as `compile` does, with the marks that a {@link Recorder} hears.
 *
 * @throws CompileError
 */
export function compileForWalk(id: string, source: string): string {
  return compileWith(id, source, (code) => instrument(code, id, (fn) => attentionTo(id, fn)))
}
