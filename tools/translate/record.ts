import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from './files.ts'
import { findLanguage, pagesFolder, type SiteLanguage } from './languages.ts'
import { type Ledger, readLedger, writeLedger } from './ledger.ts'
import type { Mark } from './marks.ts'
import { withMark } from './sections.ts'
import type { SectionState } from './states.ts'
import { nameOf, type Site, type Text } from './texts.ts'

/**
 * Records that texts say the same as those that they are compared with: writes the hashes of both as they are now.
 *
 * @param states texts that are not missing; those that are current are left alone
 * @returns the files that were written, from the root of the site, sorted
 */
export function record(site: Site, states: readonly SectionState[]): string[] {
  const written = new Map<string, string>()
  const ledgers = new Map<string, Ledger>()
  for (const state of states)
    for (const { translation, source } of pairsOf(site, state)) {
      const mark = { from: source.lang, source: source.hash, own: translation.hash }
      write(site, translation, mark, written, ledgers)
      if (source.mark?.from === translation.lang) write(site, source, undefined, written, ledgers)
    }
  for (const [file, text] of written) writeFileSync(join(site.siteDir, file), text)
  for (const [key, ledger] of ledgers) {
    const language = findLanguage(site.languages, key) as SiteLanguage
    written.set(writeLedger(site.siteDir, language, known(ledger, site, key)), '')
  }
  return [...written.keys()].sort()
}

interface Pair {
  /** The text that has, or gets, the mark. */
  translation: Text
  source: Text
}

/** Returns the pairs because of which a text is not current. */
export function pairsOf(
  { texts, languages }: Site,
  { page, section, lang, source, state }: SectionState,
): Pair[] {
  const group = texts.filter((text) => text.page === page && text.section === section)
  const own = group.find((text) => text.lang === lang)
  if (!own || state === 'current') return []
  const original = group.find((text) => text.lang === (own.mark?.from ?? source))
  if (original?.mark?.from === lang && own.mark) {
    const order = languages.map(({ key }) => key)
    const isLater = order.indexOf(lang) > order.indexOf(original.lang)
    return [isLater ? { translation: own, source: original } : { translation: original, source: own }]
  }
  const madeFromThis = group.filter(({ mark, hash }) => mark?.from === lang && mark.own !== hash)
  const isOutdated = original && original.mark?.from !== lang && own.mark?.source !== original.hash
  return [
    ...madeFromThis.map((translation) => ({ translation, source: own })),
    ...(isOutdated ? [{ translation: own, source: original }] : []),
  ]
}

/** Writes a mark into the page of a text, or into the ledger of its language. */
function write(
  { siteDir, languages }: Site,
  { page, section, lang, file }: Text,
  mark: Mark | undefined,
  written: Map<string, string>,
  ledgers: Map<string, Ledger>,
): void {
  const language = findLanguage(languages, lang) as SiteLanguage
  if (file === `${pagesFolder(language, languages)}/${page}`) {
    written.set(file, withMark(written.get(file) ?? readFile(siteDir, file) ?? '', section, mark))
    return
  }
  const ledger = ledgers.get(lang) ?? readLedger(siteDir, language)
  ledgers.set(lang, ledger)
  if (mark) ledger.set(nameOf(page, section), mark)
  else ledger.delete(nameOf(page, section))
}

/** Returns the marks of a ledger whose texts still exist. */
function known(ledger: Ledger, { texts }: Site, lang: string): Ledger {
  const names = new Set(
    texts.filter((text) => text.lang === lang).map((text) => nameOf(text.page, text.section)),
  )
  return new Map([...ledger].filter(([name]) => names.has(name)))
}
