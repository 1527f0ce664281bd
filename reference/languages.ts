import list from '../i18n/languages.json' with { type: 'json' }

/** A language of the site: its `key` in `i18n/languages.json`, which is also its key in tables of texts. */
export type Language = string

/** A text in each language. Some are MDX: `code`, [links](../ops/index.mdx), `<C in="add_pm_event" at="1070" />`. */
export type Text = Readonly<Record<Language, string>>

/** An entry of the list of languages. */
interface Entry {
  key: Language
  /** Its tag in HTML, in Docusaurus, and in addresses. */
  tag: string
  /** Its name in itself. */
  label: string
  /** The examples, their comments and the titles in their test files are in this language. */
  code?: true
  /** The language that is shown where this one has no text; absent if it has to have every text. */
  fallback?: Language
}

const entries = list as readonly Entry[]

/** The keys of all languages of the site. The first is the default: its pages are in `docs/`, at the shortest address. */
export const languages: readonly Language[] = entries.map(({ key }) => key)

/** The languages that have to have every text and every page: those without a fallback. */
export const completeLanguages: readonly Language[] = languages.filter((language) => !fallbackOf(language))

/** The language whose pages are in `docs/`. */
export const defaultLanguage: Language = entries[0]?.key as Language

/** The language of the examples, of their comments, and of the titles in their test files. */
export const codeLanguage: Language = entries.find(({ code }) => code)?.key ?? defaultLanguage

/** Returns the tag of a language in HTML, in Docusaurus, and in addresses: `zh-Hans`. */
export function tagOf(language: Language): string {
  return entryOf(language).tag
}

/** Returns the path of a language below the root of the site: `en/`; `''` for the default language. */
export function pathOf(language: Language): string {
  return language === defaultLanguage ? '' : `${tagOf(language)}/`
}

/** Returns the folder of the pages in a language, from the root of the site. */
export function folderOf(language: Language): string {
  return language === defaultLanguage
    ? 'docs'
    : `i18n/${tagOf(language)}/docusaurus-plugin-content-docs/current`
}

/** The tag of {@link codeLanguage}. */
export const codeTag = tagOf(codeLanguage)

/** Returns the name of a language in itself: `中文`. */
export function labelOf(language: Language): string {
  return entryOf(language).label
}

/** Returns the name of a language for contributors, with the key by which commands and marks name it: `中文 (zh)`. */
export function nameOf(language: Language): string {
  return `${labelOf(language)} (${language})`
}

/**
 * Returns the language that is shown where a language has no text.
 *
 * @returns undefined if the language has to have every text and every page
 */
export function fallbackOf(language: Language): Language | undefined {
  return entryOf(language).fallback
}

function entryOf(language: Language): Entry {
  const entry = entries.find(({ key }) => key === language)
  if (!entry) throw new Error(`i18n/languages.json has no language "${language}"`)
  return entry
}

/**
 * Returns the language of a page. All code uses this function to find it.
 *
 * @param tagOrPath a key, a language tag, such as `zh-Hans` or `en-GB`, or the path of the page's file
 * @returns the default language if the list has none of this name
 */
export function languageOf(tagOrPath: string): Language {
  const [, folder] = /(?:^|[\\/])i18n[\\/]([^\\/]+)[\\/]/.exec(tagOrPath) ?? []
  const name = folder ?? tagOrPath
  const primary = (tag: string) => tag.split('-')[0]
  const entry =
    entries.find(({ key, tag }) => name === key || name === tag) ??
    entries.find(({ tag }) => primary(name) === primary(tag))
  return entry?.key ?? defaultLanguage
}

/**
 * Returns a text, or anything else that there is in each language.
 *
 * @param texts by the keys of the languages; languages may be missing
 * @returns that of the language; if it is missing, that of its fallback, then of the default language, then any
 */
export function textIn<T>(texts: Readonly<Partial<Record<Language, T>>>, language: Language): T {
  const chain = [language, fallbackOf(language), defaultLanguage, ...(Object.keys(texts) as Language[])]
  const found = chain.find((key) => key && Object.hasOwn(texts, key))
  return texts[found as Language] as T
}
