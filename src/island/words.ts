import { type Language, languageOf } from '../../reference/languages.ts'

/** What is for the language of a tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function inLanguage<T>(all: Record<Language, T>, tag = document.documentElement.lang): T {
  return all[languageOf(tag)]
}
