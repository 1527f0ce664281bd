import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { fallbackOf, type Language, languageOf, tagOf } from '../../reference/languages.ts'

/**
 * Gives the strings of the components of this site in the fallback of the language that is built. Those of the theme
 * come with Docusaurus in many languages.
 */
export function strings({ siteDir, i18n: { currentLocale } }: LoadContext): Plugin {
  const fallback = fallbackOf(languageOf(currentLocale))
  return {
    name: 'strings',
    getDefaultCodeTranslationMessages: async () => (fallback ? stringsIn(siteDir, fallback) : {}),
  }
}

/**
 * Returns the tag of the language in which the frame of the pages is shown: the bar, the contents, the footer.
 *
 * @returns undefined if it is the language of the pages: the language has no fallback, or at least one string
 */
export function frameTag(siteDir: string, language: Language): string | undefined {
  const fallback = fallbackOf(language)
  const isEmpty = Object.keys(stringsIn(siteDir, language)).length === 0
  return fallback && isEmpty ? tagOf(fallback) : undefined
}

/** Returns the strings of the site's components in a language, by their ids. */
function stringsIn(siteDir: string, language: Language): Record<string, string> {
  const file = join(siteDir, 'i18n', tagOf(language), 'code.json')
  if (!existsSync(file)) return {}
  const strings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>
  return Object.fromEntries(
    Object.entries(strings).flatMap(([id, { message }]) => (id.startsWith('theme.') ? [] : [[id, message]])),
  )
}
