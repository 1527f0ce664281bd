import { languageOf, languages } from '../../reference/languages.ts'
import { readStates } from '../../tools/translate/states.ts'
import type { Repository } from '../island/repository.ts'
import { buildElement } from '../notes/built-element.ts'
import type { Generation } from '../notes/generated.ts'
import { translationsName } from './description.ts'
import { translations } from './Translations.tsx'

/** Lists the texts that are not current, in the language of the build. */
export const translationStates: Generation = {
  name: translationsName,
  sources: /^(docs|i18n|reference|src\/translation)\//,
  async make({ baseUrl, siteDir, siteConfig, i18n }) {
    const repository = siteConfig.customFields?.repository as Repository | undefined
    const language = languageOf(i18n.currentLocale)
    const links = { base: baseUrl, repository }
    const element = translations(readStates(siteDir), languages, language, links)
    return { data: new Map([[translationsName, buildElement(element)]]) }
  },
}
