import type { Examples } from '../../notes/examples.ts'
import { codeDigest, keep } from '../../notes/on-disk.ts'
import { CompileError, compile } from '../compile.ts'
import type { Script } from '../protocol.ts'
import { withoutComments } from './comments.ts'

/** A compiler of one module: {@link compile}, or `compileForWalk`. Its name says on the disk what has compiled a module. */
export type Compiler = (id: string, source: string) => string

const code = codeDigest()

/** Compiles all modules except the tests into one script without comments. */
export function compileModel({ units, sources }: Examples, compiler: Compiler = compile): Script {
  const testFiles = new Set(units.map(({ testFile }) => testFile))
  const modules = [...sources].filter(([id]) => !testFiles.has(id))
  const compileAll = () =>
    modules.map(([id, source]) => compileModule(compiler, id, withoutComments(source))).join('')
  return {
    name: '/model',
    text: keep('compiled', [code, compiler.name, JSON.stringify(modules)], compileAll),
  }
}

/** Compiles one file into its own script. */
export function compileFile({ sources }: Examples, id: string, compiler: Compiler = compile): Script {
  const source = sources.get(id) ?? ''
  const text = keep('compiled', [code, compiler.name, id, source], () => compileModule(compiler, id, source))
  return { name: `/${id}`, text }
}

function compileModule(compiler: Compiler, id: string, source: string): string {
  try {
    return compiler(id, source)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    throw new Error(`${id}:${error.line}:${error.column}: ${error.message}`)
  }
}
