import type { Examples } from '../../notes/examples.ts'
import { CompileError, compile } from '../compile.ts'
import type { Script } from '../protocol.ts'
import { withoutComments } from './comments.ts'

/** A compiler of one module: {@link compile}, or `compileForWalk`. */
export type Compiler = (id: string, source: string) => string

/** Compiles all modules except the tests into one script without comments. */
export function compileModel({ units, sources }: Examples, compiler: Compiler = compile): Script {
  const testFiles = new Set(units.map(({ testFile }) => testFile))
  const modules = [...sources].filter(([id]) => !testFiles.has(id))
  const texts = modules.map(([id, source]) => compileModule(compiler, id, withoutComments(source)))
  return { name: '/model', text: texts.join('') }
}

/** Compiles one file into its own script. */
export function compileFile({ sources }: Examples, id: string, compiler: Compiler = compile): Script {
  return { name: `/${id}`, text: compileModule(compiler, id, sources.get(id) ?? '') }
}

function compileModule(compiler: Compiler, id: string, source: string): string {
  try {
    return compiler(id, source)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    throw new Error(`${id}:${error.line}:${error.column}: ${error.message}`)
  }
}
