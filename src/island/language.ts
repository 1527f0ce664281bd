import { type Language, languageOf, textIn } from '../../reference/languages.ts'

/** Returns the tag of the language of the page. */
export function pageTag(): string {
  return document.documentElement.lang
}

/** Returns the entry for a language tag such as `zh-Hans` or `en`; without a tag, for the language of the page. */
export function inLanguage<T>(all: Readonly<Record<Language, T>>, tag = pageTag()): T {
  return textIn(all, languageOf(tag))
}
