import { markForWalk } from '../recorder/compile.ts'
import { compileWith } from '../sandbox/compile.ts'

/**
 * Compiles the module `id` as examples are compiled, with the marks that the recorder needs.
 *
 * @throws CompileError
 */
export function compileForWalk(id: string, source: string): string {
  return compileWith(id, source, (code) => markForWalk(id, code))
}
