import type { Options } from '@docusaurus/plugin-sitemap'
import { tags } from '../../reference/languages.ts'

type CreateItems = NonNullable<NonNullable<Options>['createSitemapItems']>

/** Makes sitemap entries that name the page in both languages. */
export const sitemapItems: CreateItems = async ({ defaultCreateSitemapItems, ...context }) => {
  const items = await defaultCreateSitemapItems(context)
  const { url, baseUrl } = context.siteConfig
  // `baseUrl` includes the language that is built: /site/ or /site/en/.
  const root = url + baseUrl.replace(new RegExp(`(?<=^|/)${tags.en}/$`), '')
  return items.map((item) => {
    const page = item.url.slice((url + baseUrl).length)
    const links = [
      { lang: tags.zh, url: root + page },
      { lang: tags.en, url: `${root}${tags.en}/${page}` },
      { lang: 'x-default', url: root + page },
    ]
    return { ...item, links }
  })
}
