import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { type Chapter, chapterOf, type Shared } from './chapter.ts'
import type { Part } from './contents.ts'
import { element, elementsIn } from './html.ts'
import { indexList, indexOf } from './symbols.ts'
import type { Words } from './words.ts'

/** What a book is made from. */
export interface Source {
  title: string
  /** The tag of its language. */
  tag: string
  parts: readonly Part[]
  /** Returns a page as it is served, from its address. */
  pageAt: (address: string) => string
  /** The path of the site in this language: `/en/`. */
  root: string
  /** Where the site is, `https://notes.example`; undefined if it has no public address. */
  origin: string | undefined
  /** The C file, its symbols, and where each is explained: `structures/remotes#layout`. */
  file: string
  symbols: readonly string[]
  explainedAt: (symbol: string) => string
}

/** A book: its parts, chapters and lists are the sections below `<body>`, each with an id and a heading. */
export interface Book {
  title: string
  tag: string
  body: Element
  /** The headings of its table of contents, in their order. */
  headings: Heading[]
}

/** A line of the table of contents. */
export interface Heading {
  id: string
  title: string
  /** The headings below it. */
  below: Heading[]
}

/**
 * Makes a book of the pages of the site: front page, table of contents, the pages in their reading order, the helpers of the
 * examples, the solutions of the exercises, and an index of symbols.
 *
 * Links between pages lead to chapters. Links to what is on the site only are marked, or are text if the site has no address.
 *
 * @throws if a page has no text; the message begins with its address
 */
export function bookOf(source: Source, words: Words): Book {
  const { title, tag, parts, pageAt, root } = source
  const shared: Shared = { helpers: new Map(), walks: new Map(), solutions: [] }
  let count = 0
  const chaptersOf = parts.map(({ pages }) =>
    pages.map((address) => {
      const slug = address.slice(root.length).replace(/\/$/, '').replaceAll('/', '-') || 'start'
      return chapterOf(pageAt(address), { address, slug, number: String(++count) }, shared, words)
    }),
  )
  const chapters = chaptersOf.flat()

  const headings: Heading[] = []
  const sections = parts.flatMap(({ title }, index) => {
    const id = `part-${index + 1}`
    const own = chaptersOf[index] ?? []
    const below = own.map(({ slug, number, title }) => ({ id: slug, title: `${number} ${title}`, below: [] }))
    headings.push({ id, title, below })
    const page = element('section', { id, className: ['part'] }, element('h1', {}, title), linksTo(below))
    return [page, ...own.map(({ section }) => section)]
  })

  const appendix = (id: string, title: string, ...children: (ElementContent | string)[]) => {
    headings.push({ id, title, below: [] })
    sections.push(element('section', { id, className: ['appendix'] }, element('h1', {}, title), ...children))
  }
  if (shared.helpers.size > 0)
    appendix('helpers', words.helpers, element('p', {}, words.aboutHelpers), ...helpers(shared))
  if (shared.solutions.length > 0) appendix('solutions', words.solutions, ...solutions(shared, words))
  linkChapters(sections, chapters, source.origin)

  const idOf = (target: string) => anchorOf(root + target.replace(/(?=#|$)/, '/'), chapters)
  const index = indexOf(chapters, source.symbols, (symbol) => idOf(source.explainedAt(symbol)))
  const numbers = numbersOf(chapters)
  appendix(
    'index',
    words.index,
    element('p', {}, words.aboutIndex(source.file)),
    indexList(index, (id) => numbers.get(id)),
  )

  const front = element(
    'section',
    { id: 'front', className: ['front'] },
    element('div', { className: ['front__title'] }, title),
    element('p', { className: ['front__subtitle'] }, words.subtitle),
    element(
      'div',
      { className: ['front__about'] },
      ...[...words.front, words.licence].map((text) => element('p', {}, text)),
    ),
  )
  const contents = element(
    'section',
    { id: 'contents', className: ['contents'] },
    element('h1', {}, words.contents),
    linksTo(headings),
  )
  const body = element('body', {}, front, contents, ...sections)
  dropUnusedIds(body)
  return { title, tag, body, headings: [{ id: 'contents', title: words.contents, below: [] }, ...headings] }
}

/** Writes a book as one page. @param head what stands in its head, besides title and character set */
export function pageOf({ title, tag, body }: Book, head = ''): string {
  const root: Root = { type: 'root', children: [body] }
  return `<!doctype html><html lang="${tag}" data-theme="light"><head><meta charset="utf-8"><title>${title}</title>${head}</head>${toHtml(root)}</html>`
}

function linksTo(headings: readonly Heading[]): Element {
  const items = headings.map(({ id, title, below }) =>
    element('li', {}, element('a', { href: `#${id}` }, title), ...(below.length > 0 ? [linksTo(below)] : [])),
  )
  return element('ol', { className: ['toc'] }, ...items)
}

function helpers({ helpers }: Shared): Element[] {
  const order = [...helpers.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || lineOf(a.code) - lineOf(b.code),
  )
  return order.flatMap(({ id, file, code }, index) => [
    ...(file === order[index - 1]?.file ? [] : [element('h2', {}, file)]),
    element('div', { id, className: ['example__code'] }, ...code.children),
  ])
}

const lineOf = ({ properties }: Element) => Number(properties.dataLine)

function solutions({ solutions }: Shared, words: Words): Element[] {
  return solutions.flatMap(({ title, exercise, id, children }) => [
    element('h2', { id }, title),
    element('p', {}, element('a', { href: `#${exercise}` }, words.exercise)),
    ...(children as Element[]),
  ])
}

/** Returns the id in the book of an address of the site: that of the chapter if the chapter has none of this name. */
function anchorOf(address: string, chapters: readonly Chapter[]): string | undefined {
  const [path, hash] = address.split('#')
  const chapter = chapters.find((chapter) => chapter.address === path)
  if (!chapter) return undefined
  if (!hash) return chapter.slug
  const id = `${chapter.slug}--${decodeURIComponent(hash)}`
  return idsOf(chapter).has(id) ? id : chapter.slug
}

const idsByChapter = new WeakMap<Chapter, Set<string>>()

function idsOf(chapter: Chapter): Set<string> {
  const known = idsByChapter.get(chapter)
  if (known) return known
  const withId = elementsIn(chapter.section, ({ properties }) => properties.id !== undefined)
  const ids = new Set(withId.map(({ properties }) => String(properties.id)))
  idsByChapter.set(chapter, ids)
  return ids
}

/** Returns the numbers of sections by the ids of their headings, and those of chapters. */
function numbersOf(chapters: readonly Chapter[]): Map<string, string> {
  const numbers = new Map<string, string>()
  for (const { section, slug, number } of chapters) {
    let last = number
    visit(section, 'element', (node) => {
      const [first] = node.children
      if (/^h[23]$/.test(node.tagName) && first?.type === 'element' && first.children[0]?.type === 'text')
        last = first.children[0].value
      if (node.properties.id !== undefined) numbers.set(String(node.properties.id), last)
    })
    numbers.set(slug, number)
  }
  return numbers
}

/** Leads the links between pages to chapters. Links that begin with `#` are made with the book. */
function linkChapters(
  sections: readonly Element[],
  chapters: readonly Chapter[],
  origin: string | undefined,
): void {
  const links = sections.flatMap((section) => elementsIn(section, ({ tagName }) => tagName === 'a'))
  for (const link of links) {
    const href = String(link.properties.href ?? '')
    const site = origin ?? 'http://site.invalid'
    const url = new URL(href, site)
    if (href.startsWith('#') || url.origin !== site) continue
    const id = anchorOf(url.pathname + url.hash, chapters)
    if (id) link.properties.href = `#${id}`
    else if (origin) {
      link.properties.href = url.href
      link.children.push({ type: 'text', value: ' ↗' })
    } else link.properties.href = undefined
  }
}

/** Ids stay where a link leads, and on sections: there are 20,000 others, on the steps of walkthroughs. */
function dropUnusedIds(body: Element): void {
  const used = new Set<string>()
  visit(body, 'element', ({ properties }) => {
    for (const value of Object.values(properties))
      for (const [, id = ''] of String(value).matchAll(/(?:^|url\()#([^)]+)/g)) used.add(id)
  })
  visit(body, 'element', (node) => {
    const { id } = node.properties
    if (id !== undefined && node.tagName !== 'section' && !used.has(String(id))) delete node.properties.id
  })
}
