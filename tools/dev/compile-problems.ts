import { relative } from 'node:path'

/** The parts of an error of the bundler that a message is made of. */
interface CompileError {
  message: string
  moduleIdentifier?: string
  loc?: string
}

/** The part of the bundler's interface that is used here. */
interface Compiler {
  hooks: { done: { tap(name: string, run: (stats: Stats) => void): void } }
}
interface Stats {
  toJson(what: object): { errors?: CompileError[] }
}

/** Makes a plugin of the bundler that reports the errors of each compilation, or none. */
export function compileProblems(siteDir: string, report: (problems: string[]) => void) {
  return {
    apply({ hooks }: Compiler): void {
      hooks.done.tap('compile-problems', (stats) => {
        const { errors = [] } = stats.toJson({ all: false, errors: true, ids: true })
        report(
          errors
            .filter(({ moduleIdentifier = '' }) => !moduleIdentifier.endsWith('.mdx'))
            .map((error) => messageOf(siteDir, error)),
        )
      })
    },
  }
}

/**
 * Returns a message for an error, beginning with a file and a line. Errors of pages are left out: the checks report what
 * is wrong with them.
 */
export function messageOf(
  siteDir: string,
  { message, moduleIdentifier = '', loc = '' }: CompileError,
): string {
  const file = relative(siteDir, moduleIdentifier.replace(/^.*!|\?.*$/g, '')) || 'docusaurus.config.ts'
  const line = /^\d+/.exec(loc)?.[0] ?? /:(\d+):\d+/.exec(message)?.[1] ?? '1'
  const text = message.split('\n').find((line) => /\w/.test(line) && !/^\s*at /.test(line)) ?? message
  return `${file}:${line}: ${text.replace(/^[\s×x]+/, '')}`
}
