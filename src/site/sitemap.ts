import type { Options } from '@docusaurus/plugin-sitemap'
import { defaultLanguage, languages, pathOf, tagOf } from '../../reference/languages.ts'

type CreateItems = NonNullable<NonNullable<Options>['createSitemapItems']>

/** Makes sitemap entries that name the page in every language. */
export const sitemapItems: CreateItems = async ({ defaultCreateSitemapItems, ...context }) => {
  const items = await defaultCreateSitemapItems(context)
  const { url, baseUrl } = context.siteConfig
  // `baseUrl` includes the language that is built: /site/ or /site/en/.
  const here = languages.map(pathOf).find((path) => path && baseUrl.endsWith(`/${path}`)) ?? ''
  const root = url + baseUrl.slice(0, baseUrl.length - here.length)
  return items.map((item) => {
    const page = item.url.slice((url + baseUrl).length)
    const links = languages.map((language) => ({
      lang: tagOf(language),
      url: root + pathOf(language) + page,
    }))
    return { ...item, links: [...links, { lang: 'x-default', url: root + pathOf(defaultLanguage) + page }] }
  })
}
