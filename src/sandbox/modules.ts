/** The modules of a worker: a script defines them, and their code is run when they are first imported. */

import type { SourcePlace } from './protocol.ts'
import { callSites } from './stack.ts'

/** The arguments of `__define`, and the exports of the module once it has run. */
interface Module {
  /** Makes an error whose stack begins with the script and the line of the call of `__define`. */
  origin: () => Error
  /** It replaced an earlier definition, so a reader has edited it. */
  isEdited: boolean
  body: (require: (specifier: string) => unknown, exports: object, module: { exports: object }) => void
  exports?: object
}

export class Modules {
  readonly #modules = new Map<string, Module>()

  /** Defines a module. A later definition replaces an earlier one. For the parameters see `defined`. */
  define(id: string, origin: Module['origin'], body: Module['body']): void {
    this.#modules.set(id, { origin, body, isEdited: this.#modules.has(id) })
  }

  /** Returns the ids of all test files. */
  testFiles(): string[] {
    return [...this.#modules.keys()].filter((id) => id.endsWith('.test.ts'))
  }

  /** Forgets the exports: the code of each module runs again when it is next imported. */
  reset(): void {
    for (const module of this.#modules.values()) delete module.exports
  }

  /**
   * Returns the exports of a module, after it and what it imports have run.
   *
   * @param vitest the exports of `vitest`
   * @throws if it imports what is not there, and what its code throws
   */
  load(id: string, vitest: object): object {
    const module = this.#modules.get(id)
    if (!module) throw new Error(`there is no module "${id}"`)
    if (!module.exports) {
      const holder = { exports: {} }
      module.exports = holder.exports
      const require = (specifier: string) => {
        if (specifier !== 'vitest' && !specifier.startsWith('.'))
          throw new Error(`an example cannot import "${specifier}"`)
        const imported = specifier === 'vitest' ? vitest : this.load(resolve(id, specifier), vitest)
        return module.isEdited ? strict(imported, specifier) : imported
      }
      module.body(require, holder.exports, holder)
    }
    return module.exports
  }

  /** Returns the name that stacks have for the script of a module. WebKit chooses it itself. */
  scriptOf(id: string): string {
    return callSites(this.#modules.get(id)?.origin().stack ?? '')[0]?.script ?? `/${id}`
  }

  /** Returns the innermost call of a stack that is in a test or in the model. */
  placeOf(stack: string): SourcePlace | undefined {
    const origins = [...this.#modules].map(([file, { origin }]) => ({
      file,
      ...callSites(origin().stack ?? '')[0],
    }))
    for (const { script, line } of callSites(stack)) {
      const [module] = origins
        .filter((origin) => origin.script === script && (origin.line ?? 0) <= line)
        .sort((a, b) => (b.line ?? 0) - (a.line ?? 0))
      if (module?.line) return { file: module.file, line: line - module.line + 1 }
    }
    return undefined
  }
}

/** The exports of a module for edited code: reading a name that is not exported throws. */
function strict(exports: object, specifier: string): object {
  return new Proxy(exports, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === '__esModule')
        return Reflect.get(target, name)
      const names = Object.keys(target).sort().join(', ')
      throw new Error(`"${specifier}" exports no "${name}"; it exports ${names}`)
    },
  })
}

function resolve(from: string, specifier: string): string {
  const path = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.') path.push(part)
  }
  return path.join('/')
}
