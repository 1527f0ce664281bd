import { completeLanguages, defaultLanguage, folderOf, type Language } from '../../reference/languages.ts'
import { type Heading, headings } from './headings.ts'
import { readPages, readPairs } from './pages.ts'

/**
 * Compares the languages: files, headings and their ids. A page may be missing in a language that has a fallback.
 *
 * @returns one message for each difference, beginning with a file and a line
 */
export function checkPairs(siteDir: string): string[] {
  return [
    ...completeLanguages.flatMap((language) => missingPages(siteDir, language)),
    ...readPairs(siteDir).flatMap(({ page, pair }) =>
      compare(page.file, headings(page.source), pair.file, headings(pair.source)),
    ),
  ]
}

/** Reports the pages that a language has to have: those of the default language, of which there are those of all. */
function missingPages(siteDir: string, language: Language): string[] {
  const names = readPages(siteDir, language).map(({ name }) => name)
  const others = language === defaultLanguage ? readPages(siteDir) : readPages(siteDir, defaultLanguage)
  return others
    .filter(({ name }) => !names.includes(name))
    .map(
      ({ name, file }) =>
        `${file}:1: has no pair: translate it, or copy it as it is, to ${folderOf(language)}/${name}`,
    )
}

function compare(file: string, mine: Heading[], pairFile: string, others: Heading[]): string[] {
  const unnamed = [...mine.map((h) => [file, h] as const), ...others.map((h) => [pairFile, h] as const)]
    .filter(([, heading]) => !heading.id)
    .map(([file, { line }]) => `${file}:${line}: the heading has no id (write {/* #an-id */} at its end)`)
  if (unnamed.length) return unnamed

  const missing = [
    ...missingSections(file, mine, pairFile, others),
    ...missingSections(pairFile, others, file, mine),
  ]
  if (missing.length) return missing

  for (const [index, one] of mine.entries()) {
    const other = others[index]
    if (other && (one.id !== other.id || one.level !== other.level)) {
      const level = (heading: Heading) => `${'#'.repeat(heading.level)} #${heading.id}`
      return [
        `${pairFile}:${other.line}: "${level(other)}" stands where ${file}:${one.line} has "${level(one)}"`,
      ]
    }
  }
  return []
}

function missingSections(file: string, mine: Heading[], pairFile: string, others: Heading[]): string[] {
  return mine
    .filter(({ id }) => !others.some((other) => other.id === id))
    .map(
      ({ line, id }) =>
        `${file}:${line}: section #${id} has no pair: translate it, or copy it as it is, to ${pairFile}`,
    )
}
