import { findLanguage, nameOf, type SiteLanguage } from './languages.ts'
import type { SectionState } from './states.ts'
import { nameOf as nameOfText, type Site } from './texts.ts'

/** Returns one message for a text that is not current: its place, what is wrong, and which commands help. */
export function explain(state: SectionState, site: Site): string {
  const name = nameOfText(state.page, state.section)
  return `${state.file}:${state.line}: ${name}, ${inEnglish(state.lang, site)}, is ${state.state}: ${why(state, site)}`
}

/** Returns why a text is not current, and what to do. */
function why({ reason, source, page, section, lang }: SectionState, site: Site): string {
  const { texts, languages } = site
  const other = texts.find((t) => t.page === page && t.section === section && t.lang === source)
  const from = `${inEnglish(source ?? '', site)}${other ? ` (${other.file}:${other.line})` : ''}`
  const name = quoted(nameOfText(page, section))
  const option = languages.length > 2 ? ` --lang ${lang}` : ''
  const see = `npm run translate ${option ? '-- ' : ''}diff ${name}${option}`
  const done = `npm run translate ${option ? '-- ' : ''}done ${name}${option}`
  switch (reason) {
    case 'source changed':
      return `the text in ${from} has changed since this was made from it. See what: ${see}. When this says the same: ${done}`
    case 'translation changed':
      return `the text in ${from} was made from this, and has changed since. See what: ${see}. When this says the same: ${done}`
    case 'both changed':
      return `this and the text in ${from} have both changed. See what: ${see}. When they say the same: ${done}`
    case 'both marked':
      return `this and the text in ${from} each have a mark that they were made from the other. When they say the same: ${done}`
    case 'source removed':
      return `the text in ${inEnglish(source ?? '', site)} from which it was made is gone. Remove this too, or remove its mark`
    case 'no mark':
      return `it has no mark of the text in ${from}. When they say the same: ${done}`
    case 'not translated':
      return `it is still the text in ${from}. Translate it, then: ${done}`
    default:
      return `it is only in ${from}. Write it here, then: ${done}`
  }
}

/** Returns the English name of a language by its key. */
export function inEnglish(key: string, { languages }: Pick<Site, 'languages'>): string {
  const language: SiteLanguage | undefined = findLanguage(languages, key)
  return language ? nameOf(language) : key
}

/** Returns a name as a shell takes it. */
function quoted(name: string): string {
  return /^[\w./#-]*$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
