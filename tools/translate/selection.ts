import { closestMatch } from 'leven'
import { findLanguage, type SiteLanguage } from './languages.ts'
import type { SectionState } from './states.ts'

/** An error that is the reader's to correct: it is printed without its place in the program. */
export class InputError extends Error {}

/**
 * Returns the language with a key or a tag.
 *
 * @throws InputError if the site does not have it
 */
export function languageNamed(languages: readonly SiteLanguage[], name: string): SiteLanguage {
  const language = findLanguage(languages, name)
  if (language) return language
  throw new InputError(
    `"${name}" is no language of the site: it has ${languages.map(({ key }) => key).join(', ')}`,
  )
}

/**
 * Returns the texts that a command names: `PAGE`, a whole page; `PAGE#SECTION`, a section; `PAGE#`, what stands before
 * the first heading of a page. Instead of the page its file may be named.
 *
 * @param lang the key or the tag of a language, to leave out the others
 * @throws InputError for what does not exist, with the nearest names
 */
export function select(
  states: readonly SectionState[],
  names: readonly string[],
  languages: readonly SiteLanguage[],
  lang?: string,
): SectionState[] {
  const language = lang === undefined ? undefined : languageNamed(languages, lang)
  const selected = names.flatMap((name) => {
    const [page = '', section] = name.split(/#(.*)/s)
    const ofPage = states.filter((state) => state.page === page || state.file === page)
    const [one] = ofPage
    if (!one)
      throw new InputError(
        `"${page}" does not exist${nearest(
          page,
          states.map(({ page }) => page),
        )}`,
      )
    if (section === undefined) return states.filter((state) => state.page === one.page)
    const found = states.filter((state) => state.page === one.page && state.section === section)
    if (found.length === 0)
      throw new InputError(
        `"${one.page}" has no section "#${section}"${nearest(
          section,
          ofPage.map(({ section }) => section),
        )}`,
      )
    return found
  })
  return [...new Set(selected)].filter((state) => !language || state.lang === language.key)
}

/** Returns the three names nearest to a wrong one, as the end of a message. */
function nearest(wrong: string, names: readonly string[]): string {
  const near: string[] = []
  const left = new Set(names.filter(Boolean))
  while (near.length < 3 && left.size > 0) {
    const name = closestMatch(wrong, [...left])
    if (name === undefined) break
    near.push(name)
    left.delete(name)
  }
  return near.length ? ` (nearest: ${near.map((name) => `"${name}"`).join(', ')})` : ''
}
