import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type Counterpart,
  counterparts,
  type NoCounterpart,
} from '../../../examples/reference/counterparts.ts'
import { pageOf } from '../../../reference/pages-of-symbols.ts'
import type { MarkedPage } from '../../notes/element.ts'
import { headings } from '../../notes/headings.ts'

/** The counterparts and pages of the symbols of the C file, by their names. */
export interface KnownSymbols {
  counterparts: Readonly<Record<string, Counterpart | NoCounterpart>>
  pageOf: Readonly<Record<string, string>>
}

/**
 * Checks that the page that explains a symbol shows the module with its counterpart, by `<Example of="…" />` without a
 * test.
 *
 * @returns one line for each symbol that is not shown, beginning with a file and a line
 */
export function checkCounterparts(
  siteDir: string,
  pages: readonly MarkedPage[],
  known: KnownSymbols = { counterparts, pageOf },
): string[] {
  return Object.entries(known.counterparts).flatMap(([symbol, counterpart]) => {
    if ('because' in counterpart) return []
    const [name, section] = (known.pageOf[symbol] ?? '').split('#')
    const page = pages.find((page) => page.name === `${name}.mdx`)
    if (!page) return [] // the check of the list of symbols reports it
    const unit = basename(counterpart.file, '.ts')
    const isShown = page.mentions.some(
      ({ name, attributes }) => name === 'Example' && attributes.of === unit && attributes.test === undefined,
    )
    if (isShown) return []
    const line = headings(page.source).find(({ id }) => id === section)?.line ?? 1
    const testFile = `examples/${counterpart.file.replace(/\.ts$/, '.test.ts')}`
    const needs = existsSync(join(siteDir, testFile)) ? '' : `, which needs ${testFile}`
    return [
      `${page.file}:${line}: explains ${symbol}, and does not show its counterpart ${counterpart.name} in examples/${counterpart.file}: expected <Example of="${unit}" />${needs}`,
    ]
  })
}
