import { transform } from 'sucrase'

/** A syntax error. Line and column count from 1. */
export class CompileError extends Error {
  readonly line: number
  readonly column: number

  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

/**
 * Compiles the module `id` to a call of `__define`. Every line keeps its number. The second argument of the call makes
 * an `Error` whose stack names the script and the line of the call. It is a function, since making a stack is slow. The
 * parentheses around the module's function make the browser compile it at once, not only when it is called.
 *
 * @param change a change of the JavaScript that keeps its lines
 * @throws CompileError
 */
export function compile(id: string, source: string, change = (code: string) => code): string {
  const code = change(parse(source).code)
  return `__define(${JSON.stringify(id)},()=>Error(),(function(require,exports,module){${code}\n}))\n`
}

function parse(source: string) {
  try {
    return transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      preserveDynamicImport: true,
    })
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } }
    throw new CompileError(message.replace(/\s*\(\d+:\d+\)$/, ''), loc?.line ?? 1, loc?.column ?? 1)
  }
}
