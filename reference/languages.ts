/** The languages of the site. */
export type Language = 'zh' | 'en'

/** The tag of each language, as HTML, Docusaurus and addresses have it. */
export const tags = { zh: 'zh-Hans', en: 'en' } as const satisfies Record<Language, string>

/** One text in each language. Where it says so, it is MDX: `code`, [links](../ops/index.mdx), `<C in="add_pm_event" at="1070" />`. */
export type Text = Readonly<Record<Language, string>>

/**
 * The language of a page. Nothing else decides this, at build time or in the page.
 *
 * @param tagOrPath a language tag, such as `zh-Hans` or `en-GB`, or the path of the page's file
 */
export function languageOf(tagOrPath: string): Language {
  return /^en(-|$)|(^|[\\/])i18n[\\/]en[\\/]/.test(tagOrPath) ? 'en' : 'zh'
}
