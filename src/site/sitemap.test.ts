import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from '../../reference/languages.ts'
import { sitemapItemsOf } from './sitemap.ts'

const url = 'https://a.example'

/** An entry: Docusaurus's type lacks its links. */
interface Item {
  url: string
  links?: { lang: string; url: string }[]
}

/** The entries for two pages, `a` and `b`, of which English has only `a`. */
function itemsIn(baseUrl: string, files: readonly string[]) {
  const siteDir = mkdtempSync(join(tmpdir(), 'sitemap-'))
  for (const file of [`${folderOf('zh')}/a.mdx`, `${folderOf('zh')}/b.mdx`, `${folderOf('en')}/a.mdx`]) {
    mkdirSync(join(siteDir, file, '..'), { recursive: true })
    writeFileSync(join(siteDir, file), '')
  }
  const routes = files.map((file) => ({
    path: `${baseUrl}${/(\w)\.mdx/.exec(file)?.[1]}`,
    component: '',
    metadata: { sourceFilePath: file },
  }))
  return sitemapItemsOf(siteDir)({
    siteConfig: { url, baseUrl } as Parameters<ReturnType<typeof sitemapItemsOf>>[0]['siteConfig'],
    routes: [{ path: baseUrl, component: '', routes }],
    defaultCreateSitemapItems: async () => routes.map(({ path }) => ({ url: `${url}${path}/` })),
  })
}

test('a page names itself in each language that has it', async () => {
  const items: Item[] = await itemsIn('/site/', [`${folderOf('zh')}/a.mdx`, `${folderOf('zh')}/b.mdx`])
  expect(items.map(({ url, links }) => [url, links?.map(({ lang, url }) => `${lang} ${url}`)])).toEqual([
    [`${url}/site/a/`, [`zh-Hans ${url}/site/a/`, `en ${url}/site/en/a/`, `x-default ${url}/site/a/`]],
    [`${url}/site/b/`, [`zh-Hans ${url}/site/b/`, `x-default ${url}/site/b/`]],
  ])
})

test('a page that is shown in a fallback is not in the list of its language', async () => {
  const items = await itemsIn('/site/en/', [`${folderOf('en')}/a.mdx`, `${folderOf('zh')}/b.mdx`])
  expect(items.map(({ url }) => url)).toEqual([`${url}/site/en/a/`])
})
