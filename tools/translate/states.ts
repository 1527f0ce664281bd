import { findLanguage, type SiteLanguage } from './languages.ts'
import { maskMarkup } from './mask.ts'
import { languageNamed } from './selection.ts'
import { readSite, type Site, type Text } from './texts.ts'

/**
 * - `current`: neither the text nor its source has changed since it was recorded that they say the same
 * - `stale`: the text that it is compared with has changed since
 * - `missing`: the language does not have this text
 * - `conflict`: this text and the one that it is compared with have both changed
 */
export type State = 'current' | 'stale' | 'missing' | 'conflict'

/** Why a text is not current. */
export type Reason =
  | 'source changed'
  | 'translation changed'
  | 'both changed'
  | 'both marked'
  | 'source removed'
  | 'no mark'
  | 'not written'
  | 'not translated'

/** The state of a section of a page, or of a unit of another file, in one language. */
export interface SectionState {
  /** The page below the folder of its language, `ops/new-session.mdx`; or the file of a unit. */
  readonly page: string
  /** The id of the section; empty for what stands before the first heading. Or the id of the unit. */
  readonly section: string
  /** The key of the language. */
  readonly lang: string
  readonly state: State
  /**
   * The key of the language whose text it is compared with: that from which it was made; of an original that is not
   * current, that of the translation that has changed. Null for an original that is current.
   */
  readonly source: string | null
  readonly reason?: Reason
  /** The file in which the text stands, or has to stand, from the root of the site, and its line. */
  readonly file: string
  readonly line: number
}

/**
 * Returns the state of every text of a site in every language, page by page.
 *
 * @param siteDir the root of the site
 * @throws if a file has the wrong form; the message begins with file and line
 */
export function readStates(siteDir: string): SectionState[] {
  return statesOf(readSite(siteDir))
}

/**
 * Returns the states of texts that have been read.
 *
 * @param source the key or the tag of the language from which texts without a mark were made, if that is known; otherwise
 *   it is the default language, or the fallback of a language
 * @throws InputError if the site does not have this language
 */
export function statesOf({ languages: all, texts }: Site, source?: string): SectionState[] {
  const languages = source === undefined ? all : withSourceFirst(all, source)
  const groups = new Map<string, Map<string, Text>>()
  for (const text of texts) {
    const name = `${text.page}\n${text.section}`
    groups.set(name, (groups.get(name) ?? new Map<string, Text>()).set(text.lang, text))
  }
  /** The last text of each page in each language, up to the one being looked at: after it, what is missing has its place. */
  const places = new Map<string, Text>()
  return [...groups.values()].flatMap((group) =>
    languages.map((language) => {
      const text = group.get(language.key)
      const { page, section } = text ?? originalOf(group, languages)
      const place = `${page}\n${language.key}`
      if (!text) return missing(language, group, languages, places.get(place))
      places.set(place, text)
      const { file, line, lang } = text
      return { page, section, lang, ...verdictOn(text, language, group, languages), file, line }
    }),
  )
}

/** Returns the languages as they are looked through for the source of a text without a mark. */
function withSourceFirst(languages: readonly SiteLanguage[], source: string): SiteLanguage[] {
  const first = languageNamed(languages, source)
  return [first, ...languages.filter((each) => each !== first)].map(({ fallback, ...language }) => language)
}

/**
 * Returns what there is to do: the states that are not current, and each conflict of two languages once.
 *
 * What a language with a fallback lacks is left out: readers see the fallback.
 */
export function openStates(
  states: readonly SectionState[],
  languages: readonly SiteLanguage[],
): SectionState[] {
  const conflicts = new Set(states.filter(({ state }) => state === 'conflict').map(nameOfPair))
  return states.filter((each) => {
    if (each.state === 'current' || isShownInFallback(each, languages)) return false
    const isSecond = conflicts.has(nameOfPair({ ...each, lang: each.source ?? '', source: each.lang }))
    const order = languages.map(({ key }) => key)
    return !isSecond || order.indexOf(each.lang) > order.indexOf(each.source ?? '')
  })
}

function nameOfPair({ page, section, lang, source }: SectionState): string {
  return [page, section, lang, source].join('\n')
}

/** Returns true for what a language lacks, and readers see in its fallback meanwhile. */
export function isShownInFallback(
  { state, lang }: SectionState,
  languages: readonly SiteLanguage[],
): boolean {
  return state === 'missing' && findLanguage(languages, lang)?.fallback !== undefined
}

/** Returns true for a text that is long enough to tell that it is not in the script of its language: it is a copy. */
export function isInForeignScript(
  { page, section, lang }: Pick<SectionState, 'page' | 'section' | 'lang'>,
  { texts, languages }: Site,
): boolean {
  const text = texts.find((each) => each.page === page && each.section === section && each.lang === lang)
  return text !== undefined && isForeign(text, languages)
}

type Group = ReadonlyMap<string, Text>
type Verdict = Pick<SectionState, 'state' | 'source'> & { readonly reason?: Reason }

function missing(
  language: SiteLanguage,
  group: Group,
  languages: readonly SiteLanguage[],
  before: Text | undefined,
): SectionState {
  const source = sourceFor(language, group, languages)
  const file = before?.file ?? source.fileIn(language)
  return {
    ...{ page: source.page, section: source.section, lang: language.key },
    ...{ state: 'missing', source: source.lang, reason: 'not written', file },
    line: file === source.file ? source.line : (before?.line ?? 1),
  }
}

/** Returns what a text without a mark is to be made from: the text of the fallback, of the default language, or of any. */
function sourceFor(language: SiteLanguage, group: Group, languages: readonly SiteLanguage[]): Text {
  const keys = [language.fallback, ...languages.map(({ key }) => key)].filter((key) => key !== language.key)
  return keys.flatMap((key) => (key && group.get(key)) || [])[0] as Text
}

/** Compares a text with its source, and with what was made from it. The worst state counts. */
function verdictOn(
  text: Text,
  language: SiteLanguage,
  group: Group,
  languages: readonly SiteLanguage[],
): Verdict {
  const verdicts = [asTranslation(text, language, group, languages)]
  for (const other of group.values()) if (other.mark?.from === text.lang) verdicts.push(asSource(text, other))
  const worst: readonly State[] = ['conflict', 'stale', 'missing', 'current']
  verdicts.sort((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state))
  return verdicts[0] as Verdict
}

function asTranslation(
  text: Text,
  language: SiteLanguage,
  group: Group,
  languages: readonly SiteLanguage[],
): Verdict {
  const { mark } = text
  if (!mark) {
    const original = originalOf(group, languages)
    if (original === text) return { state: 'current', source: null }
    const copied = [...group.values()].find((other) => other !== text && other.hash === text.hash)
    const source = copied ?? sourceFor(language, group, languages)
    return copied || isForeign(text, languages)
      ? { state: 'missing', source: source.lang, reason: 'not translated' }
      : { state: 'stale', source: source.lang, reason: 'no mark' }
  }
  const source = group.get(mark.from)
  if (!source) return { state: 'stale', source: mark.from, reason: 'source removed' }
  return { ...compare(text, source), source: mark.from }
}

/** Returns what a translation says about the text that it was made from. */
function asSource(text: Text, translation: Text): Verdict {
  const { state, reason } = compare(translation, text)
  if (state === 'conflict') return { state, source: translation.lang, ...(reason ? { reason } : {}) }
  const hasChanged = translation.hash !== translation.mark?.own
  return state === 'current' && hasChanged
    ? { state: 'stale', source: translation.lang, reason: 'translation changed' }
    : { state: 'current', source: null }
}

function compare({ mark, hash, lang }: Text, source: Text): Pick<Verdict, 'state' | 'reason'> {
  if (source.mark?.from === lang) return { state: 'conflict', reason: 'both marked' }
  const [sourceChanged, ownChanged] = [source.hash !== mark?.source, hash !== mark?.own]
  if (sourceChanged && ownChanged) return { state: 'conflict', reason: 'both changed' }
  return sourceChanged ? { state: 'stale', reason: 'source changed' } : { state: 'current' }
}

/**
 * Returns the text from which the others were made: one without a mark, first that of the default language, unless it is
 * evidently in another one, and so is a copy. Where all are the same, fewer letters tell.
 */
function originalOf(group: Group, languages: readonly SiteLanguage[]): Text {
  const inOrder = languages.flatMap(({ key }) => group.get(key) ?? [])
  const first = inOrder[0] as Text
  if (first.mark) return group.get(first.mark.from) ?? inOrder.find(({ mark }) => !mark) ?? first
  const isSource = inOrder.some(({ mark }) => mark?.from === first.lang)
  const isCopy = inOrder.length > 1 && inOrder.every(({ hash }) => hash === first.hash)
  const least = isCopy ? 11 : undefined // a title is longer, and most names are not
  const own = inOrder.find((text) => !text.mark && scriptOf(text, languages, least) === 'own')
  return (!isSource && scriptOf(first, languages, least) === 'foreign' && own) || first
}

/** Returns true for a text that is evidently not in its language. */
function isForeign(text: Text, languages: readonly SiteLanguage[]): boolean {
  return scriptOf(text, languages) === 'foreign'
}

/**
 * Returns whether a text is in the script of its language: in Latin letters if that is written in them, otherwise not.
 * Only what is long enough tells: a name may be the same in all languages. Code is in Latin letters in all of them.
 *
 * @param least how many letters are enough
 */
function scriptOf(
  { text, lang }: Text,
  languages: readonly SiteLanguage[],
  least = 41,
): 'own' | 'foreign' | undefined {
  const prose = maskMarkup(text).replace(/`[^`]*`|\S*[\d_/]\S*/g, '')
  const letters = prose.match(/\p{L}/gu) ?? []
  if (letters.length < least) return undefined
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  const { script } = new Intl.Locale(findLanguage(languages, lang)?.tag ?? lang).maximize()
  return latin.length > 0.85 * letters.length === (script === 'Latn') ? 'own' : 'foreign'
}
