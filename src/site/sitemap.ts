import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from '@docusaurus/plugin-sitemap'
import type { RouteConfig } from '@docusaurus/types'
import {
  defaultLanguage,
  folderOf,
  type Language,
  languageOf,
  languages,
  pathOf,
  tagOf,
} from '../../reference/languages.ts'

type CreateItems = NonNullable<NonNullable<Options>['createSitemapItems']>

/**
 * Returns a function that makes sitemap entries. Each names the page in every language that has it. A page that is shown
 * in a fallback, as it is not translated, has no entry.
 */
export function sitemapItemsOf(siteDir: string): CreateItems {
  return async ({ defaultCreateSitemapItems, ...context }) => {
    const items = await defaultCreateSitemapItems(context)
    const { url, baseUrl } = context.siteConfig
    // `baseUrl` includes the language that is built: /site/ or /site/en/.
    const here = languages.map(pathOf).find((path) => path && baseUrl.endsWith(`/${path}`)) ?? ''
    const language = languages.find((each) => pathOf(each) === here) ?? defaultLanguage
    const root = url + baseUrl.slice(0, baseUrl.length - here.length)
    const files = filesOf(context.routes)
    return items.flatMap((item) => {
      const page = item.url.slice((url + baseUrl).length)
      const having = languagesOf(files.get(withoutSlash(baseUrl + page)), siteDir)
      if (!having.includes(language)) return []
      const links = having.map((each) => ({ lang: tagOf(each), url: root + pathOf(each) + page }))
      return { ...item, links: [...links, { lang: 'x-default', url: root + pathOf(defaultLanguage) + page }] }
    })
  }
}

/** Returns the languages that have a page. What is made from no file is in all of them. */
function languagesOf(file: string | undefined, siteDir: string): readonly Language[] {
  if (file === undefined) return languages
  const page = file.slice(folderOf(languageOf(file)).length + 1)
  return languages.filter((language) => existsSync(join(siteDir, folderOf(language), page)))
}

/** Returns the files of the pages, from the root of the site, by their paths without the last slash. */
function filesOf(routes: readonly RouteConfig[]): Map<string, string> {
  return new Map(
    routes.flatMap(({ path, metadata, routes = [] }): [string, string][] => [
      ...(metadata?.sourceFilePath
        ? [[withoutSlash(path), metadata.sourceFilePath] as [string, string]]
        : []),
      ...filesOf(routes),
    ]),
  )
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '')
}
