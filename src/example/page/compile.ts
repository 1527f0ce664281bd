import { typescriptLanguage } from '@codemirror/lang-javascript'
import * as sandbox from '../../sandbox/compile.ts'

/**
 * Compiles a module that the reader has edited, as {@link sandbox.compile} does.
 *
 * Sucrase reports an error inside of an arrow function at the beginning of the function. The parser of the editor goes on
 * after errors, and says where the first is.
 *
 * @throws CompileError
 */
export function compile(id: string, source: string): string {
  try {
    return sandbox.compile(id, source)
  } catch (error) {
    if (!(error instanceof sandbox.CompileError)) throw error
    const before = source.slice(0, firstError(source)).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    throw before.length > error.line ? new sandbox.CompileError(error.message, before.length, column) : error
  }
}

/** Returns the place of the first syntax error in a source; 0 if there is none. */
function firstError(source: string): number {
  let first = 0
  typescriptLanguage.parser.parse(source).iterate({
    enter({ type, from }) {
      if (type.isError && first === 0) first = from
    },
  })
  return first
}
