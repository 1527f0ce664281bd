/** The languages of the site. */
export type Language = 'zh' | 'en'

/** The tag of each language in HTML, Docusaurus and addresses. */
export const tags = { zh: 'zh-Hans', en: 'en' } as const satisfies Record<Language, string>

/** A text in each language. Some are MDX: `code`, [links](../ops/index.mdx), `<C in="add_pm_event" at="1070" />`. */
export type Text = Readonly<Record<Language, string>>

/**
 * Returns the language of a page. All code uses this function to find it.
 *
 * @param tagOrPath a language tag, such as `zh-Hans` or `en-GB`, or the path of the page's file
 */
export function languageOf(tagOrPath: string): Language {
  return /^en(-|$)|(^|[\\/])i18n[\\/]en[\\/]/.test(tagOrPath) ? 'en' : 'zh'
}
