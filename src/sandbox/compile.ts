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
 * Compiles the module `id` to a call of `__define` that keeps every line where it was. Its second argument makes an
 * `Error` whose stack names the script and the line of the call; it is called only when they are needed, since making a
 * stack is slow. The brackets around the function make the browser compile it at once, not a second time when it is
 * called.
 *
 * @throws CompileError
 */
export function compile(id: string, source: string): string {
  return compileWith(id, source, (code) => code)
}

/** The same, with something done to the JavaScript that must not move its lines. */
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
