import { transform } from 'sucrase'

/** Code that is not TypeScript: what is wrong and where, counted from 1. */
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
 * Compiles the module `id` to a call of `__define` in which every line keeps its number.
 *
 * The second argument of the call, `() => Error()`, makes an error whose stack names the script and the line of the call.
 * It is a function because a stack is slow to make and is needed only when a test fails. The parentheses around the
 * third, the module's code, make the browser compile it at once; without them it would parse it twice.
 *
 * @throws CompileError
 */
export function compile(id: string, source: string): string {
  return compileWith(id, source, (code) => code)
}

/** The same; `change` may change the JavaScript, but must keep its lines where they are. */
export function compileWith(id: string, source: string, change: (code: string) => string): string {
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
