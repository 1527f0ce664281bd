import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A language of the site. */
export interface SiteLanguage {
  /** Its name in marks, and in objects that hold a text in each language: `zh`. */
  readonly key: string
  /** Docusaurus's locale, and the name of its folder in `i18n`: `zh-Hans`. */
  readonly tag: string
  /** Its name in itself: `中文`. */
  readonly label: string
  /** The key of the language that readers see where a text is missing. A language without one has to have every text. */
  readonly fallback?: string
}

/** The list of languages, from the root of the site. The first is the default language. */
export const languagesFile = 'i18n/languages.json'

/**
 * Reads the list of languages.
 *
 * @throws if there is none, or an entry has the wrong form; the message begins with file and line
 */
export function readLanguages(siteDir: string): SiteLanguage[] {
  const path = join(siteDir, languagesFile)
  if (!existsSync(path))
    throw new Error(
      `${languagesFile}:1: is missing: write [{ "key": "en", "tag": "en", "label": "English" }, …], the default language first`,
    )
  const text = readFileSync(path, 'utf8')
  const languages = parse(text)
  for (const [index, language] of languages.entries()) {
    const { key, tag, label, fallback } = language ?? {}
    const place = `${languagesFile}:${lineOfEntry(text, index)}`
    if (![key, tag, label].every((value) => typeof value === 'string' && value))
      throw new Error(`${place}: expected { "key": "ja", "tag": "ja", "label": "日本語" }`)
    if (languages.findIndex((other) => other.key === key || other.tag === tag) < index)
      throw new Error(`${place}: "${key}" or "${tag}" stands in the list twice`)
    if (fallback !== undefined && (fallback === key || !languages.some((other) => other.key === fallback)))
      throw new Error(`${place}: "fallback" must be the key of another language of the list`)
  }
  return languages
}

function parse(text: string): SiteLanguage[] {
  try {
    const languages = JSON.parse(text)
    if (Array.isArray(languages) && languages.length > 0) return languages
  } catch (error) {
    throw new Error(`${languagesFile}:1: ${(error as Error).message}`)
  }
  throw new Error(`${languagesFile}:1: expected a list of languages, the default language first`)
}

/** Returns the line of an entry, counted by the `{` that begin entries. */
function lineOfEntry(text: string, index: number): number {
  const starts = [...text.matchAll(/\{/g)].map((match) => match.index)
  return text.slice(0, starts[index]).split('\n').length
}

/** Returns the language with a key or a tag. */
export function findLanguage(languages: readonly SiteLanguage[], name: string): SiteLanguage | undefined {
  return languages.find(({ key, tag }) => key === name || tag === name)
}

/** Returns the name of a language, with the key by which commands and marks name it: `中文 (zh)`. */
export function nameOf({ key, label }: SiteLanguage): string {
  return `${label} (${key})`
}

/** Returns the folder of the pages of a language, from the root of the site. */
export function pagesFolder({ tag }: SiteLanguage, languages: readonly SiteLanguage[]): string {
  return tag === languages[0]?.tag ? 'docs' : `i18n/${tag}/docusaurus-plugin-content-docs/current`
}

/** Returns the file of the marks of a language for texts that stand in no page. */
export function ledgerFile({ tag }: SiteLanguage): string {
  return `i18n/${tag}/translated.json`
}
