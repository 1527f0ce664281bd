import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { LoadContext } from '@docusaurus/types'
import { type Generation, writeAssets, writeData } from '../../src/notes/generated.ts'
import { messagesOfError } from '../../src/notes/messages-of.ts'
import type * as Build from '../../src/site/build.ts'
import type * as Checks from '../../src/site/checks.ts'
import type * as MadeFrom from '../../src/site/made-from.ts'
import { freshImports } from '../node/fresh-import.ts'

/** The code and the facts of the site, as they are in the files now. */
export interface Site {
  build: typeof Build
  checks: typeof Checks
  made: typeof MadeFrom
}

/** What the data of one kind of element were made of the last time. */
interface Made {
  make: Generation['make']
  usedOfPages: string
}

/**
 * The site of `npm run dev`. It makes the data of elements, makes them again when files change that they are made of,
 * and checks the site each time.
 */
export class Live {
  readonly #siteDir: string
  readonly #made = new Map<string, Made>()
  #site: Site | undefined
  #digest = ''

  constructor(siteDir: string) {
    this.#siteDir = siteDir
  }

  /** Returns the newest site. */
  async site(): Promise<Site> {
    this.#site ??= await this.#read()
    return this.#site
  }

  async #read(): Promise<Site> {
    const fresh = freshImports()
    const load = <Module>(file: string) => fresh<Module>(join(import.meta.dirname, '../../src/site', file))
    const [build, checks, made] = await Promise.all([
      load<typeof Build>('build.ts'),
      load<typeof Checks>('checks.ts'),
      load<typeof MadeFrom>('made-from.ts'),
    ])
    return { build, checks, made }
  }

  /**
   * Reads code and facts again, and makes the data that files have changed; at first, all of them.
   *
   * @param changed paths from the root of the site
   * @returns one message for each problem that kept something from being made; what was made before stays
   */
  async update(context: LoadContext, changed: readonly string[]): Promise<string[]> {
    try {
      this.#site = await this.#read()
    } catch (error) {
      return messagesOfError(error).map((problem) => problem.replace(`${this.#siteDir}/`, ''))
    }
    const { generations } = this.#site.build
    const problems = await Promise.all(
      generations.map((generation) => this.#make(generation, context, changed)),
    )
    this.#renewPages(context)
    return problems.flat()
  }

  async #make(generation: Generation, context: LoadContext, changed: readonly string[]): Promise<string[]> {
    const { name, sources, make } = generation
    const usedOfPages = JSON.stringify(generation.usedOfPages?.(this.#siteDir)) ?? ''
    const last = this.#made.get(name)
    const isNew =
      last?.make !== make || last.usedOfPages !== usedOfPages || changed.some((file) => sources.test(file))
    if (!isNew) return []
    try {
      const made = await make(context)
      writeData(name, made, context)
      if (made.assets) writeAssets(made.assets, servedFolder(name, context))
      this.#made.set(name, { make, usedOfPages })
      return []
    } catch (error) {
      this.#made.delete(name) // to be made after the next change, whatever it is
      return messagesOfError(error)
    }
  }

  /** Has all pages compiled again, if something else has changed that they are made from. */
  #renewPages({ generatedFilesDir }: LoadContext): void {
    const digest = this.#site?.made.madeFrom(this.#siteDir) ?? ''
    const isChanged = this.#digest !== '' && this.#digest !== digest
    this.#digest = digest
    // Docusaurus makes every page depend on this file.
    const file = join(
      generatedFilesDir,
      'docusaurus-plugin-content-docs/default/__mdx-loader-dependency.json',
    )
    if (isChanged && existsSync(file)) writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n`)
  }
}

/** Returns the folder of the assets of a generation. */
export function servedFolder(name: string, { generatedFilesDir }: LoadContext): string {
  return join(generatedFilesDir, `${name}-served`)
}

/**
 * Writes data for an element that has none yet, because it was just put on a page: a paragraph that says so. The page can
 * then be compiled; when the data are made, they take its place.
 *
 * @param module a path that `generatedModule` returned
 */
export function writeMissingData(module: string, generatedFilesDir: string): void {
  const path = join(generatedFilesDir, posix.relative('@generated', module))
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ tag: 'p', attributes: {}, html: '…' }))
}
