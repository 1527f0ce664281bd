import { transform } from 'sucrase'
import { defined } from './define.ts'

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
 * Compiles the module `id` to a call of `__define` ({@link defined}). Every line keeps its number.
 *
 * @param change a change of the JavaScript that keeps its lines
 * @throws CompileError
 */
export function compile(id: string, source: string, change = (code: string) => code): string {
  return defined(id, change(parse(source).code))
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
