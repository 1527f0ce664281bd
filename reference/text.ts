/** The languages of the site. */
export type Language = 'zh' | 'en'

/** One text in each language. Where it says so, it is MDX: `code`, [links](../ops/index.mdx), `<C in="add_pm_event" at="1070" />`. */
export type Text = Readonly<Record<Language, string>>

/** The language of a page, by where its file stands. */
export function languageOf(path: string): Language {
  return path.replaceAll('\\', '/').includes('i18n/en/') ? 'en' : 'zh'
}
