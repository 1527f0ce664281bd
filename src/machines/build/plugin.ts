import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LoadedContent, LoadedVersion } from '@docusaurus/plugin-content-docs'
import type { LoadContext, Plugin, Props } from '@docusaurus/types'
import { readCallStacks } from '../../../reference/call-stacks.ts'
import {
  defaultLanguage,
  folderOf,
  labelOf,
  languageOf,
  languages,
  pathOf,
  tagOf,
} from '../../../reference/languages.ts'
import { sectionsIn } from '../../../tools/translate/sections.ts'
import { codeDigest, onDisk } from '../../notes/on-disk.ts'
import { withStepLists } from '../../notes/step-lists.ts'
import { feedPath, markdownPath } from '../addresses.ts'
import { withoutSteps } from '../steps.ts'
import { wordsIn } from '../words.ts'
import { readChanges } from './changes.ts'
import { callStacksIn, symbolsIn } from './data.ts'
import { feedOf } from './feed.ts'
import { llmsFullText, llmsText } from './llms.ts'
import { markdownOf } from './markdown.ts'
import { robotsText } from './robots.ts'

/**
 * Writes what programs read, beside the pages of the language that is built: each page as Markdown, `llms.txt`,
 * `llms-full.txt`, the symbols and the call stacks as JSON, a feed of changed texts, and `robots.txt`.
 *
 * Addresses are whole if SITE_URL says where the site is, and begin with the path of the site otherwise.
 */
export function machines({ siteConfig, baseUrl, i18n }: LoadContext): Plugin {
  let version: LoadedVersion | undefined
  return {
    name: 'machines',

    injectHtmlTags: () => ({
      headTags: [
        {
          tagName: 'link',
          attributes: {
            rel: 'alternate',
            type: 'application/atom+xml',
            href: baseUrl + feedPath,
            title: `${wordsIn(i18n.currentLocale).feed} · ${siteConfig.title}`,
          },
        },
      ],
    }),

    allContentLoaded({ allContent }) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined
      version = docs?.loadedVersions[0]
    },

    // Other plugins write to the pages meanwhile: this one reads them all before it waits for anything.
    postBuild(props) {
      if (version) writeAll(version, props)
    },
  }
}

const code = codeDigest()

/** A page of the site in the language that is built. */
interface Page {
  title: string
  description: string
  /** `ops/new-session/`; empty for the first page. */
  path: string
  /** Its file, from the root of the site. */
  source: string
  html: string
  markdown: string
}

function writeAll(
  { docs, sidebars }: LoadedVersion,
  { siteConfig, siteDir, outDir, baseUrl, i18n }: Props,
): void {
  const language = languageOf(i18n.currentLocale)
  const words = wordsIn(i18n.currentLocale)
  const origin = process.env.SITE_URL ? siteConfig.url : ''
  const addressOf = (path: string) => origin + baseUrl + path
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(outDir, path)), { recursive: true })
    writeFileSync(join(outDir, path), text)
  }

  const pages = new Map<string, Page>()
  for (const { id, title, description, permalink, source } of docs) {
    const path = permalink.slice(baseUrl.length).replace(/[^/]$/, '$&/')
    const html = readFileSync(join(outDir, path, 'index.html'), 'utf8')
    const whole = withStepLists(html, (address) => readFileSync(join(outDir, address), 'utf8'))
    const kept = onDisk<string>('markdown', [code, whole, baseUrl, path, origin])
    const known = kept.read()
    const text = known ?? markdownOf(whole, (href) => markdownAddress(href, baseUrl + path, baseUrl, origin))
    if (text === undefined) throw new Error(`${join(outDir, path, 'index.html')}: the page has no <article>`)
    if (known === undefined) kept.write(text)
    const head = `> ${description}\n>\n> ${words.page}${addressOf(path)}\n`
    const markdown = text.replace(/^# .*\n/, `$&\n${head}`)
    pages.set(id, { title, description, path, source: source.replace('@site/', ''), html, markdown })
    write(markdownPath(path), markdown)
  }

  // Pages that are not translated are listed in their own language.
  const isOwn = (page: Page | undefined): page is Page =>
    page?.source.startsWith(`${folderOf(language)}/`) === true
  const sections = sectionsOf(Object.values(sidebars).flat(), words.start).map(({ title, ids }) => ({
    title,
    pages: ids.map((id) => pages.get(id)).filter(isOwn),
  }))
  const summary = sections[0]?.pages[0]?.description ?? ''
  const [full, symbols, callStacks] = ['llms-full.txt', 'data/symbols.json', 'data/call-stacks.json'] as const
  const addresses = [full, symbols, callStacks, feedPath].map(addressOf) as [string, string, string, string]
  const listed = sections.map(({ title, pages }) => ({
    title,
    pages: pages.map((page) => ({ ...page, address: addressOf(markdownPath(page.path)) })),
  }))
  const base = origin + baseUrl.slice(0, baseUrl.length - pathOf(language).length)
  const others = languages
    .filter((other) => other !== language)
    .map((other) => `${labelOf(other)}: ${base}${pathOf(other)}llms.txt`)
  const about = [words.about(...addresses), ...others].join('\n\n')
  write('llms.txt', llmsText(siteConfig.title, summary, about, listed))
  const texts = sections.flatMap(({ pages }) =>
    pages.map(({ markdown, path }) => withoutSteps(markdown, words.steps(addressOf(markdownPath(path))))),
  )
  write(full, llmsFullText(siteConfig.title, summary, texts))

  const shown = new Map<string, string[]>()
  for (const { html, path } of pages.values())
    for (const [, id = ''] of html.matchAll(/id="?call-stack-([^" >]+)/g))
      shown.set(id, [...(shown.get(id) ?? []), addressOf(`${path}#call-stack-${id}`)])
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`
  write(symbols, json(symbolsIn(language, readCallStacks(siteDir).edges, addressOf)))
  write(callStacks, json(callStacksIn(siteDir, language, (id) => [...new Set(shown.get(id))])))

  const root = siteConfig.url + baseUrl
  if (language === defaultLanguage) write('robots.txt', robotsText(process.env.SITE_URL && root))
  const site = { title: siteConfig.title, url: root, self: root + feedPath, language: tagOf(language) }
  const byFile = new Map([...pages.values()].map((page) => [page.source, page]))
  const pageOf = (file: string) => {
    const page = byFile.get(`${folderOf(language)}/${file}`)
    return (
      page && {
        title: page.title,
        url: root + page.path,
        sections: headingsOf(page, siteDir, words.beginning),
      }
    )
  }
  write(feedPath, feedOf(readChanges(siteDir, language), pageOf, site, words))
}

/**
 * Returns the address that a link of the text has in Markdown: that of the Markdown of a page, with the section.
 *
 * @param href as on the page
 * @param here the path of the page, with that of the site
 */
export function markdownAddress(href: string, here: string, baseUrl: string, origin: string): string {
  const site = 'http://site'
  const { host, pathname, hash } = new URL(href, site + here)
  if (host !== new URL(site).host) return href
  const roots = languages.map((language) => pathOf(language))
  const language = roots.find((path) => path && baseUrl.endsWith(`/${path}`)) ?? ''
  const base = baseUrl.slice(0, baseUrl.length - language.length)
  const path = pathname.slice(base.length)
  if (!path.endsWith('/') && path !== '') return origin + pathname + hash
  const root = roots.find((root) => root && path.startsWith(root)) ?? ''
  return origin + base + root + markdownPath(path.slice(root.length)) + hash
}

/** Returns the groups of a sidebar with the ids of their pages, those of groups in groups beside the others. */
function sectionsOf(
  items: LoadedVersion['sidebars'][string],
  title: string,
): { title: string; ids: string[] }[] {
  const ids = items.flatMap((item) => (item.type === 'doc' ? [item.id] : []))
  const groups = items.flatMap((item) => (item.type === 'category' ? sectionsOf(item.items, item.label) : []))
  return ids.length > 0 ? [{ title, ids }, ...groups] : groups
}

/** Returns the titles of the sections of a page, by their ids: the beginning, and what has a heading. */
function headingsOf({ source, markdown }: Page, siteDir: string, beginning: string): Map<string, string> {
  const headings = [...markdown.matchAll(/^#+ (.*) \{#(.*)\}$/gm)]
  const titles = new Map(headings.map(([, title = '', id = '']) => [id, title.replace(/[\\`]/g, '')]))
  const ids = sectionsIn(source, readFileSync(join(siteDir, source), 'utf8')).map(({ id }) => id)
  return new Map(ids.map((id) => [id, id ? (titles.get(id) ?? id) : beginning]))
}
