import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from './files.ts'
import { findLanguage, pagesFolder, type SiteLanguage } from './languages.ts'
import { writeLedger } from './ledger.ts'
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
  const marks = new Map<Text, Mark | undefined>()
  for (const state of states)
    for (const { translation, source } of pairsOf(site, state)) {
      marks.set(translation, { from: source.lang, source: source.hash, own: translation.hash })
      if (source.mark?.from === translation.lang) marks.set(source, undefined)
    }
  return [...writePages(site, marks), ...writeLedgers(site, marks)].sort()
}

type NewMarks = ReadonlyMap<Text, Mark | undefined>

/** Returns true for the section of a page, and false for a unit. */
function isOfPage({ page, lang, file }: Text, { languages }: Site): boolean {
  return file === `${pagesFolder(findLanguage(languages, lang) as SiteLanguage, languages)}/${page}`
}

/** Writes marks into the pages, and returns their files. */
function writePages(site: Site, marks: NewMarks): string[] {
  const pages = new Map<string, string>()
  for (const [text, mark] of marks) {
    if (!isOfPage(text, site)) continue
    const page = pages.get(text.file) ?? readFile(site.siteDir, text.file) ?? ''
    pages.set(text.file, withMark(page, text.section, mark))
  }
  for (const [file, page] of pages) writeFileSync(join(site.siteDir, file), page)
  return [...pages.keys()]
}

/** Writes the marks of all units of the languages in which one has changed. Marks of units that are gone are left out. */
function writeLedgers(site: Site, marks: NewMarks): string[] {
  const units = site.texts.filter((text) => !isOfPage(text, site))
  const changed = site.languages.filter(({ key }) =>
    units.some((text) => text.lang === key && marks.has(text)),
  )
  return changed.map((language) => {
    const ledger = units.flatMap((text): [string, Mark][] => {
      const mark = marks.has(text) ? marks.get(text) : text.mark
      return text.lang === language.key && mark ? [[nameOf(text.page, text.section), mark]] : []
    })
    return writeLedger(site.siteDir, language, new Map(ledger))
  })
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
