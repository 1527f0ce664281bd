import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { fallbackOf, languageOf, tagOf } from '../../reference/languages.ts'

/**
 * Gives the strings of the components of this site in the fallback of the language that is built. Those of the theme
 * come with Docusaurus in many languages.
 */
export function strings({ siteDir, i18n: { currentLocale } }: LoadContext): Plugin {
  const fallback = fallbackOf(languageOf(currentLocale))
  const file = fallback && join(siteDir, 'i18n', tagOf(fallback), 'code.json')
  return {
    name: 'strings',
    async getDefaultCodeTranslationMessages() {
      if (!file || !existsSync(file)) return {}
      const strings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>
      return Object.fromEntries(
        Object.entries(strings).flatMap(([id, { message }]) =>
          id.startsWith('theme.') ? [] : [[id, message]],
        ),
      )
    },
  }
}
