import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { symbols } from '../../examples/reference/symbols.ts'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { type Language, pathOf, tagOf } from '../../reference/languages.ts'
import { pageOf } from '../../reference/pages-of-symbols.ts'
import { withStepLists } from '../../src/notes/step-lists.ts'
import type { Source } from './book.ts'
import { partsOf } from './contents.ts'
import { elementsIn, parseHtml, textOf } from './html.ts'
import type { Words } from './words.ts'

/**
 * Reads what a book is made from out of the folder of a built site.
 *
 * @throws if the folder has no site in this language; the message names the file that is missing or wrong, and says what to do
 */
export function readSource(folder: string, language: Language, words: Words): Source {
  const first = join(folder, pathOf(language), 'index.html')
  const html = read(first)
  const parts = inFile(first, () => partsOf(html, words.start))
  const root = parts[0]?.pages[0] ?? '/'
  const base = root.slice(0, root.length - pathOf(language).length)
  const head = parseHtml(/^.*?<\/head>/s.exec(html)?.[0] ?? '')
  const meta = (name: string) =>
    elementsIn(head, ({ properties }) => properties.property === name)[0]?.properties.content
  const { origin, hostname } = new URL(String(meta('og:url') ?? 'http://localhost'))
  const [title] = elementsIn(head, ({ tagName }) => tagName === 'title')
  return {
    title: textOf(title).split(' · ').at(-1) ?? '',
    tag: tagOf(language),
    parts,
    root,
    origin: hostname === 'localhost' ? undefined : origin,
    pageAt: (address) =>
      withStepLists(read(join(folder, address.slice(base.length), 'index.html')), (list) =>
        read(join(folder, pathOf(language), list)),
      ),
    file: fullmeshFile,
    symbols: symbols.map(({ name }) => name),
    explainedAt: (symbol) => pageOf[symbol as keyof typeof pageOf],
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`${file}: no such page. Build the site first: npm run build`)
  }
}

function inFile<T>(file: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}
