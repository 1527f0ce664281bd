import { findLanguage, nameOf, type SiteLanguage } from './languages.ts'
import type { Reason, SectionState } from './states.ts'
import { nameOf as nameOfText, type Site } from './texts.ts'

/** Returns one message for a text that is not current: its place, what is wrong, and which commands help. */
export function explain(state: SectionState, site: Site): string {
  const { reason } = state
  const hasSource = reason?.endsWith('changed')
  const see = hasSource ? ` See what: ${command('diff', state, site)}.` : ''
  return `${describe(state, site)}.${see} ${nextStep(state, site)}`
}

/** Returns the place of a text that is not current, and what is wrong with it, without an end mark. */
export function describe(state: SectionState, site: Site): string {
  const { page, section, lang, source, reason, file, line } = state
  const other = site.texts.find((t) => t.page === page && t.section === section && t.lang === source)
  const own = languageName(lang, site)
  const from = `${languageName(source ?? '', site)}${other ? ` at ${other.file}:${other.line}` : ''}`
  const problems: Record<Reason, string> = {
    'source changed': `is out of date in ${own}: its source, the text in ${from}, has changed`,
    'translation changed': `is out of date in ${own}: its translation, the text in ${from}, has changed`,
    'both changed': `is in conflict: the text in ${own} and the one in ${from} have both changed`,
    'both marked': `is in conflict: the text in ${own} and the one in ${from} each have a mark that names the other as its source`,
    'source removed': `is out of date in ${own}: its source, the text in ${languageName(source ?? '', site)}, has been removed`,
    'no mark': `is out of date in ${own}: it has not been compared with the text in ${from}`,
    'not written': `is missing in ${own}: it exists only in ${from}`,
    'not translated': `is missing in ${own}: what is there is still the text in ${from}`,
  }
  return `${file}:${line}: ${nameOfText(page, section)} ${reason ? problems[reason] : 'is current'}`
}

/** Returns what to do about a text that is not current, as a sentence. */
export function nextStep(state: SectionState, site: Site): string {
  const done = command('done', state, site)
  switch (state.reason) {
    case 'source removed':
      return 'If that is a mistake, put it back. Otherwise remove this text, too; or remove its mark, to keep it as an original.'
    case 'not written':
      return `Write it, then: ${done}`
    case 'not translated':
      return `Translate it, then: ${done}`
    default:
      return `Once both say the same: ${done}`
  }
}

/** Returns a command for the texts of a state. */
function command(
  name: 'diff' | 'done',
  { page, section, lang, source, reason }: SectionState,
  { languages }: Site,
): string {
  // What the default language lacks was written first in another one: once translated, nothing else says so.
  const isFromOther = lang === languages[0]?.key && ['not written', 'not translated'].includes(reason ?? '')
  const options = [
    ...(languages.length > 2 ? [`--lang ${lang}`] : []),
    ...(isFromOther ? [`--from ${source}`] : []),
  ]
  const text = quoted(nameOfText(page, section))
  return ['npm run translate', ...(options.length ? ['--'] : []), name, text, ...options].join(' ')
}

/** Returns the name of a language by its key: `中文 (zh)`. */
export function languageName(key: string, { languages }: Pick<Site, 'languages'>): string {
  const language: SiteLanguage | undefined = findLanguage(languages, key)
  return language ? nameOf(language) : key
}

/** Returns a name as a shell takes it. */
function quoted(name: string): string {
  return /^[\w./#-]*$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
