import { relative } from 'node:path'

/** An error of the bundler: the parts that a message is made of. */
interface CompileError {
  message: string
  moduleIdentifier?: string
  loc?: string
}

/** The parts of the bundler's interface that are used here. */
interface Bundler {
  hooks: {
    watchRun: { tap(name: string, run: () => void): void }
    done: { tap(name: string, run: (stats: Stats) => void): void }
  }
}
interface Stats {
  toJson(what: object): { errors?: CompileError[] }
}

/** A plugin of the bundler that knows whether it is compiling, and reports the problems of each compilation. */
export class Compiler {
  readonly #siteDir: string
  readonly #report: (problems: string[]) => void
  #isCompiling = false
  #waiting: (() => void)[] = []

  /** @param report gets the messages of a compilation, which begin with a file and a line; none if it succeeded */
  constructor(siteDir: string, report: (problems: string[]) => void) {
    this.#siteDir = siteDir
    this.#report = report
  }

  apply({ hooks }: Bundler): void {
    hooks.watchRun.tap('compiler', () => {
      this.#isCompiling = true
    })
    hooks.done.tap('compiler', (stats) => {
      this.#isCompiling = false
      for (const resume of this.#waiting.splice(0)) resume()
      const { errors = [] } = stats.toJson({ all: false, errors: true, ids: true })
      this.#report(problemsOf(this.#siteDir, errors))
    })
  }

  /** Waits until nothing is being compiled. */
  async idle(): Promise<void> {
    if (this.#isCompiling) await new Promise<void>((resume) => this.#waiting.push(resume))
  }
}

/**
 * Returns a message for each error, beginning with a file and a line. Errors of pages are left out: the checks report what
 * is wrong with a page.
 */
export function problemsOf(siteDir: string, errors: readonly CompileError[]): string[] {
  return errors.flatMap(({ message, moduleIdentifier = '', loc = '' }) => {
    const path = moduleIdentifier.replace(/^.*!|\?.*$/g, '')
    if (path.endsWith('.mdx')) return []
    const line = /^\d+/.exec(loc)?.[0] ?? /:(\d+):\d+/.exec(message)?.[1] ?? '1'
    const [text = message] = message.split('\n').filter((line) => /\w/.test(line))
    return [
      `${path ? relative(siteDir, path) : 'docusaurus.config.ts'}:${line}: ${text.replace(/^[\s×]+/, '')}`,
    ]
  })
}
