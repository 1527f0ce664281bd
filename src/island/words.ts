import type { Language } from '../../reference/text.ts'

/** Of what there is in each language, that for a tag such as `zh-Hans` or `en`; for that of the page, if none is given. */
export function inLanguage<T>(all: Record<Language, T>, tag = document.documentElement.lang): T {
  return all[tag.startsWith('en') ? 'en' : 'zh']
}
