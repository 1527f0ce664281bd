import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type Counterpart,
  counterparts,
  type NoCounterpart,
} from '../../../examples/reference/counterparts.ts'
import { mentionsIn } from './pages.ts'
import { headings } from '../../notes/headings.ts'
import { folders, readPages } from '../../notes/pages.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'

/** What is known of the symbols of the C file, by their names. */
export interface Known {
  counterparts: Readonly<Record<string, Counterpart | NoCounterpart>>
  pageOf: Readonly<Record<string, string>>
}

/**
 * Checks that a reader finds the TypeScript of every symbol on the page that explains it: that the page shows, by
 * `<Example of="…" />` without a test, the module where the counterpart of the symbol is.
 *
 * @returns one line for each symbol that is shown nowhere, beginning with a file and a line
 */
export function checkShown(siteDir: string, known: Known = { counterparts, pageOf }): string[] {
  const sources = readPages(siteDir, folders.zh)
  const mentions = mentionsIn(siteDir, folders.zh)
  return Object.entries(known.counterparts).flatMap(([symbol, counterpart]) => {
    if ('because' in counterpart) return []
    const [page, section] = (known.pageOf[symbol] ?? '').split('#')
    const name = `${page}.mdx`
    const source = sources.get(name)
    if (source === undefined) return [] // `checkPageOf` says so
    const unit = basename(counterpart.file, '.ts')
    const isShown = mentions.get(name)?.some(({ of, test }) => of === unit && test === undefined)
    if (isShown) return []
    const line = headings(source).find(({ id }) => id === section)?.line ?? 1
    const testFile = `examples/${counterpart.file.replace(/\.ts$/, '.test.ts')}`
    const needs = existsSync(join(siteDir, testFile)) ? '' : `, which needs ${testFile}`
    return [
      `${folders.zh}/${name}:${line}: explains ${symbol}, and does not show its counterpart ${counterpart.name} in examples/${counterpart.file}: expected <Example of="${unit}" />${needs}`,
    ]
  })
}
