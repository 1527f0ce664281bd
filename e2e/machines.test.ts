import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { symbols } from '../examples/reference/symbols.ts'
import { defaultLanguage, pathOf, tagOf } from '../reference/languages.ts'
import { markdownPath } from '../src/machines/addresses.ts'
import type { CallStacksFile, SymbolsFile } from '../src/machines/build/data.ts'
import { withoutSteps } from '../src/machines/steps.ts'
import { withHost } from '../src/machines/with-host.ts'
import { wordsIn } from '../src/machines/words.ts'
import { languages, openPage } from './support/page.ts'

const base = process.env.BASE_URL || '/'
const origin = process.env.SITE_URL ?? ''
const read = (path: string) => readFileSync(join('build', path), 'utf8')

/** The pages in a language, with their HTML: `ops/new-session/`. */
const pagesIn = (root: string) =>
  readdirSync(join('build', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)index\.html$/.test(name))
    .map((name) => name.replace(/index\.html$/, ''))
    .filter((path) => root || !languages.some((lang) => pathOf(lang) && path.startsWith(pathOf(lang))))
    .map((path) => ({ path, html: read(`${root}${path}index.html`) }))

/** The file of the built site that has an address of the site. */
const fileOf = (address: string): string => {
  const { pathname } = new URL(address, 'http://site')
  return decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html')
}

/** Returns the addresses that lead to no file, or to no id on a page. */
const lost = (addresses: Iterable<string>): string[] =>
  [...new Set(addresses)].filter((address) => {
    const file = fileOf(address)
    if (!existsSync(join('build', file))) return true
    const { hash } = new URL(address, 'http://site')
    return hash && file.endsWith('.html') && !new RegExp(`\\sid="?${hash.slice(1)}[" >]`).test(read(file))
  })

describe.each(languages)('in %s', (lang) => {
  const root = pathOf(lang)
  const pages = pagesIn(root)

  test('every page names its Markdown, which has its title, its sections and the results of its examples', () => {
    expect(pages.length).toBeGreaterThan(60)
    for (const { path, html } of pages) {
      const file = `${root}${markdownPath(path)}`
      expect(html).toMatch(new RegExp(`<link [^>]*type="?text/markdown"? href="?${base}${file}[" />]`))
      const markdown = read(file)
      expect(markdown, file).toMatch(/^# \S.*\n\n> \S/)
      const article = /<article\b.*<\/article>/s.exec(html)?.[0] ?? ''
      const ids = [...article.matchAll(/<h[2-6][^>]* id="?([^\s">]+)/g)].map(([, id]) => id)
      expect(
        [...markdown.matchAll(/^#{2,6} .* \{#(.+)\}$/gm)].map(([, id]) => id),
        file,
      ).toEqual(ids)
      for (const [, result = ''] of article.matchAll(/class=example__title>([^<&]+)</g))
        expect(markdown.replaceAll('\\', ''), file).toContain(result)
      expect(markdown, file).not.toMatch(/<\/?(div|span|button|details)\b/)
    }
  })

  test('every link in Markdown to this site leads to a file, and those to pages lead to Markdown', () => {
    for (const { path } of pages) {
      const file = `${root}${markdownPath(path)}`
      const prose = read(file)
        .replace(/^ *(`{3,}).*?^ *\1$/gms, '')
        .replace(/`[^`\n]+`/g, '')
      const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) =>
        link.startsWith(`${origin}/`) ? [link.slice(origin.length)] : [],
      )
      expect(lost(links), file).toEqual([])
      expect(
        links.filter((link) => fileOf(link).endsWith('.html')),
        file,
      ).toEqual([])
    }
  })

  test('llms.txt lists the pages with a sentence on each, and llms-full.txt has their texts', () => {
    const text = read(`${root}llms.txt`)
    expect(text).toMatch(/^# .+\n\n> .+\n\n(?:.+\n\n)+## .+\n\n- \[/)
    // The lists in other languages.
    const others = [...text.matchAll(/^\S+: (\S+llms\.txt)$/gm)].map(([, address = '']) => address)
    expect(others).toHaveLength(languages.length - 1)
    expect(lost(others)).toEqual([])
    const entries = [...text.matchAll(/^- \[(.+)\]\((\S+)\): (.+)$/gm)].map(([, , address = '']) => address)
    expect(lost(entries)).toEqual([])
    expect(new Set(entries).size).toBe(entries.length)
    // A page that is in no table of contents is not listed.
    const listed = pages.filter(({ html }) => /<a [^>]*aria-current=page/.test(html))
    expect(entries.length).toBe(listed.length)
    const full = read(`${root}llms-full.txt`)
    for (const entry of entries) expect(full).toContain(read(fileOf(entry)).split('\n', 1)[0])
  })

  test('the data have every symbol and every call stack, and lead to pages that have them', () => {
    const { symbols: entries } = JSON.parse(read(`${root}data/symbols.json`)) as SymbolsFile
    expect(entries.map(({ name }) => name)).toEqual(symbols.map(({ name }) => name))
    const { calledBy } = entries.find(({ name }) => name === 'full_mesh_create_subflows') ?? {}
    expect(calledBy?.map(({ line }) => line)).toEqual(
      expect.arrayContaining([906, 1431, 1475, 1755, 53, 2107]),
    )
    for (const entry of entries) {
      expect(entry.url).toMatch(/^https:.*#L\d+(-L\d+)?$/)
      expect('typescript' in entry, entry.name).toBe(!('because' in entry))
      if (entry.typescript) expect(existsSync(entry.typescript.file), entry.name).toBe(true)
    }
    const { callStacks } = JSON.parse(read(`${root}data/call-stacks.json`)) as CallStacksFile
    for (const { id, summary, frames, pages } of callStacks) {
      expect(summary, id).toBeTruthy()
      expect(
        frames.every(({ function: name, file, line }) => name && file && line > 0),
        id,
      ).toBe(true)
      expect(pages, id).not.toEqual([])
    }
    expect(lost([...entries.map(({ page }) => page), ...callStacks.flatMap(({ pages }) => pages)])).toEqual(
      [],
    )
  })

  test('the feed leads to pages, and every page leads to it', () => {
    const feed = read(`${root}feed.xml`)
    const addresses = [...feed.matchAll(/ href="([^"]+)"/g)].map(([, address = '']) => address)
    expect(lost(addresses)).toEqual([])
    for (const { html, path } of pages) {
      const links = [...html.matchAll(new RegExp(`href="?${base}${root}feed\\.xml[" >]`, 'g'))]
      expect(links.length, path).toBeGreaterThanOrEqual(2)
    }
  })

  test('a page is copied as Markdown with whole addresses, which is loaded when its button is pressed', async () => {
    const { page, context, errors } = await openPage('ops/new-session/', { lang })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const words = wordsIn(tagOf(lang))
    const button = page.getByRole('button', { name: words.copy })
    await button.scrollIntoViewIfNeeded()
    expect(requests).toEqual([])
    await button.click()
    await page.getByText(words.copied, { exact: true }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const short = withoutSteps(
      read(`${root}ops/new-session.md`),
      words.steps(page.url().replace(/\/$/, '.md')),
    )
    expect(copied).toBe(withHost(short, new URL(page.url()).origin))
    expect(copied).not.toContain('](/')

    await page.route('**/*.md', (route) => route.abort())
    await button.click()
    await page.getByText(words.unreachable).waitFor()
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([])
  })
})

test('the site map names each page in every language, and the default for others', () => {
  const map = read('sitemap.xml')
  const entries = [...map.matchAll(/<url>.*?<\/url>/gs)].map(([entry]) => entry)
  const listed = pagesIn(pathOf(defaultLanguage)).filter(({ html }) => !/<meta [^>]*noindex/.test(html))
  expect(entries.length).toBe(listed.length)
  for (const entry of entries) {
    const tags = [...entry.matchAll(/hreflang="([^"]+)"/g)].map(([, tag]) => tag)
    expect(tags).toEqual([...languages.map(tagOf), 'x-default'])
    expect(lost([...entry.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address))).toEqual([])
  }
})
