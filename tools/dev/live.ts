import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { LoadContext } from '@docusaurus/types'
import { type Generation, writeAssets, writeData } from '../../src/notes/generated.ts'
import { messagesOfError } from '../../src/notes/messages-of.ts'
import type * as Build from '../../src/site/build.ts'
import type * as Checks from '../../src/site/checks.ts'
import type * as MadeFrom from '../../src/site/made-from.ts'
import { freshImports } from '../node/fresh-import.ts'

/** The code of the site, with the facts that it imports. */
export type Site = Pick<typeof Build, 'generations' | 'pagePlugins'> & typeof Checks & typeof MadeFrom

/** Reads the site as it is in the files now. What has not changed since the last time stays what it was. */
async function readSite(): Promise<Site> {
  const fresh = freshImports()
  const file = (name: string) => join(import.meta.dirname, '../../src/site', name)
  const [build, checks, madeFrom] = await Promise.all([
    fresh<typeof Build>(file('build.ts')),
    fresh<typeof Checks>(file('checks.ts')),
    fresh<typeof MadeFrom>(file('made-from.ts')),
  ])
  return { ...build, ...checks, ...madeFrom }
}

/**
 * The site while its files are edited. It makes the data of elements, and makes them again when something changes that
 * they are made from.
 */
export class Live {
  readonly #siteDir: string
  readonly #read: () => Promise<Site>
  /** What the data of each generation were made from. */
  readonly #made = new Map<string, Pick<Generation, 'make'> & { used: string }>()
  #site: Promise<Site>
  #generatedFilesDir = ''
  #digest: string | undefined

  constructor(siteDir: string, read = readSite) {
    this.#siteDir = siteDir
    this.#read = read
    this.#site = read()
  }

  /** The newest site. */
  site(): Promise<Site> {
    return this.#site
  }

  /**
   * Reads the site again, and makes the data that have changed; the first time, all of them.
   *
   * @param changed the files that were saved since, from the root of the site
   * @returns one message for each problem that kept data from being made: what was made before stays
   */
  async update(context: LoadContext, changed: readonly string[] = []): Promise<string[]> {
    this.#generatedFilesDir = context.generatedFilesDir
    let site: Site
    try {
      site = await this.#read()
    } catch (error) {
      return messagesOfError(error).map((problem) => problem.replace(`${this.#siteDir}/`, ''))
    }
    this.#site = Promise.resolve(site)
    const problems = await Promise.all(
      site.generations.map((generation) => this.#make(generation, context, changed)),
    )
    this.#renewPages(site.madeFrom(this.#siteDir))
    return problems.flat()
  }

  async #make(generation: Generation, context: LoadContext, changed: readonly string[]): Promise<string[]> {
    const { name, sources, make } = generation
    const used = JSON.stringify(generation.usedOfPages?.(this.#siteDir) ?? null)
    const last = this.#made.get(name)
    if (last?.make === make && last.used === used && !changed.some((file) => sources.test(file))) return []
    try {
      const made = await make(context)
      writeData(name, made, context)
      if (made.assets) writeAssets(made.assets, servedFolder(name, context))
      this.#made.set(name, { make, used })
      return []
    } catch (error) {
      this.#made.delete(name) // it is made again with the next change, whatever that is
      return messagesOfError(error)
    }
  }

  /** Has all pages compiled again, if the digest of what they are made from has changed. */
  #renewPages(digest: string): void {
    const last = this.#digest
    this.#digest = digest
    if (last === undefined || last === digest) return
    // Docusaurus makes every page depend on this file. It holds the options of plugins for pages: one is the digest.
    const folder = join(this.#generatedFilesDir, 'docusaurus-plugin-content-docs/default')
    const file = join(folder, '__mdx-loader-dependency.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(last, digest))
  }

  /**
   * Writes data for an element that has none yet, because it was just put on a page, so that the page can be compiled.
   * When the data are made, they take its place.
   *
   * @param module a path that `generatedModule` returned
   */
  writeMissing(module: string): void {
    const path = join(this.#generatedFilesDir, posix.relative('@generated', module))
    if (existsSync(path)) return
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify({ tag: 'p', attributes: {}, html: '…' }))
  }
}

/** Returns the folder of the assets of a generation. */
export function servedFolder(name: string, { generatedFilesDir }: LoadContext): string {
  return join(generatedFilesDir, `${name}-served`)
}
