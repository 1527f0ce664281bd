import type { Element, ElementContent, Properties } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { element, elementsIn, hasClass, parseHtml, replaceIn, textOf } from './html.ts'

/** A page of the site as a chapter. Its links are still those of the site. */
export interface Chapter {
  /** The address of the page: `/en/ops/new-session/`. */
  address: string
  /** Begins the ids of the chapter: `ops-new-session`. */
  slug: string
  /** As the headings show it: `12`. */
  number: string
  title: string
  section: Element
}

/** What the book prints once. Each example, walkthrough or exercise on a page has a link to it. */
export interface Shared {
  /** The helpers of examples, by file and line. */
  helpers: Map<string, { id: string; file: string; code: Element }>
  /** Walkthroughs by their ids on the pages: where each is printed. */
  walks: Map<string, { id: string; title: string }>
  /** Hints and solutions: the title of the exercise, its chapter, the id of the exercise, its own id, and the text. */
  solutions: { title: string; exercise: string; id: string; children: ElementContent[] }[]
}

export interface ChapterWords {
  walk: string
  solution: string
  shownAt: (title: string) => string
}

/**
 * Makes a chapter of a page: without what readers press, with everything unfolded, with numbered headings one level lower
 * than on the page.
 *
 * @param html the page as it is served
 * @param shared what former chapters have printed; what this one prints is added
 * @throws if the page has no text of the notes
 */
export function chapterOf(
  html: string,
  { address, slug, number }: Pick<Chapter, 'address' | 'slug' | 'number'>,
  shared: Shared,
  words: ChapterWords,
): Chapter {
  const [text] = elementsIn(parseHtml(articleOf(html, address)), (node) => hasClass(node, 'markdown'))
  if (!text) throw new Error(`${address}: the page has no text: <div class="markdown"> in <article>`)
  const [heading] = elementsIn(text, ({ tagName }) => tagName === 'h1')
  replaceIn(text, unpressed)
  // Whole addresses: `#id` is a place in the book.
  for (const { properties } of elementsIn(text, ({ tagName }) => tagName === 'a'))
    if (String(properties.href).startsWith('#')) properties.href = address + properties.href
  const title = textOf(heading)
  const section = element('section', { id: slug, className: ['chapter'] }, ...text.children)
  replaceIn(section, (node) => shareHelpers(node, shared))
  replaceIn(section, (node) => shareWalk(node, slug, title, shared, words))
  replaceIn(section, (node) => shareSolution(node, slug, shared, words))
  numberHeadings(section, number)
  ownIds(section, slug)
  visit(section, 'element', (node) => {
    if (node.tagName === 'svg') return SKIP
    node.properties = keptOf(node.properties)
  })
  return { address, slug, number, title, section }
}

/** The text of a page is a small part of it: the rest is not parsed. */
function articleOf(html: string, address: string): string {
  const [article] = /<article\b.*<\/article>/s.exec(html) ?? []
  if (!article) throw new Error(`${address}: the page has no text: no <article>`)
  return article
}

const left = new Set(['button', 'script', 'style', 'input', 'textarea', 'fieldset', 'output'])
const leftClasses = [
  'hash-link',
  'term__box',
  'walk__player',
  'page-links',
  'example__guide',
  'which__form',
  'which__without',
]
const leftProperties = ['dataNeedsJs', 'hidden']

/** Leaves out what is pressed, and what is empty until something is pressed; unfolds what is folded. */
function unpressed(node: Element): ElementContent[] | undefined {
  const { tagName, properties, children } = node
  const isLeft =
    left.has(tagName) ||
    leftClasses.some((name) => hasClass(node, name)) ||
    leftProperties.some((name) => properties[name] !== undefined) ||
    (children.length === 0 && (hasClass(node, 'example__tests') || hasClass(node, 'exercise__results')))
  if (isLeft) return []
  if (tagName === 'header' || hasClass(node, 'heading')) return children
  // The commands of a scenario and all that they print: the walkthrough below has them too.
  if (hasClass(node, 'then-and-now__column--then'))
    replaceIn(node, (inner) => (isRecording(inner) ? [] : undefined))
  if (hasClass(node, 'walk__list'))
    replaceIn(node, (inner) => (inner.tagName === 'ul' ? changes(inner) : undefined))
  if (tagName === 'details') {
    // Imports are of use only to those who run the file.
    const code = children.find((child) => child.type === 'element' && child.tagName === 'div') as
      | Element
      | undefined
    if (code?.properties.dataPart === 'imports') return []
    node.tagName = 'div'
    return undefined
  }
  if (tagName === 'summary') node.tagName = 'p'
  if (tagName === 'summary') node.properties = { className: ['fold', ...classesOf(node)] }
  if (tagName.includes('-')) node.tagName = 'div'
  return undefined
}

function isRecording({ tagName, children }: Element): boolean {
  return (
    tagName === 'details' && children.some((child) => child.type === 'element' && child.tagName === 'pre')
  )
}

/** What a step changes and prints is a line each, and not a list: there are 15,000. */
function changes(list: Element): Element[] {
  const lines = elementsIn(list, ({ tagName }) => tagName === 'li')
  return lines.map(({ children }) => element('span', { className: ['change'] }, ...children))
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

/** The helpers of an example become links to where the book prints them. */
function shareHelpers(node: Element, { helpers }: Shared): ElementContent[] | undefined {
  if (!hasClass(node, 'example__helpers')) return undefined
  const blocks = elementsIn(node, ({ properties }) => properties.dataPart === 'helper')
  const printed = blocks.map((code) => {
    const file = String(code.properties.dataFile).replace(/^.*\//, '')
    const id = `helper-${file.replace(/\W+/g, '-')}-${code.properties.dataLine}`
    if (!helpers.has(id)) helpers.set(id, { id, file, code })
    return { id, text: textOf(code) }
  })
  const names = elementsIn(node, ({ tagName }) => tagName === 'p')[0]
  if (!names) return []
  replaceIn(names, (code) => {
    const name = /^(\w+)\(\)$/.exec(textOf(code))?.[1]
    if (code.tagName !== 'code' || !name) return undefined
    const helper = printed.find(({ text }) => new RegExp(`\\bfunction\\*? ${name}\\b`).test(text))
    if (!helper) return undefined
    return [element('a', { href: `#${helper.id}` }, element('span', { className: ['code'] }, textOf(code)))]
  })
  return [element('p', { className: ['example__uses'] }, ...names.children)]
}

/** A walkthrough that the book has printed becomes a link. */
function shareWalk(
  node: Element,
  slug: string,
  chapter: string,
  { walks }: Shared,
  { walk, shownAt }: ChapterWords,
): ElementContent[] | undefined {
  const id = String(node.properties.id ?? '')
  if (!hasClass(node, 'walk') || !id) return undefined
  const [name] = elementsIn(node, (node) => hasClass(node, 'walk__name'))
  const title = name?.children.filter(({ type }) => type === 'element') ?? []
  const former = walks.get(id)
  if (former && former.id !== `${slug}--${id}`)
    return [
      element(
        'p',
        { className: ['walk__former'] },
        `${walk} `,
        ...title,
        ' ',
        element('a', { href: `#${former.id}` }, shownAt(former.title)),
      ),
    ]
  walks.set(id, { id: `${slug}--${id}`, title: chapter })
  return undefined
}

/** Hints and the solution of an exercise become a link to them. */
function shareSolution(
  node: Element,
  slug: string,
  { solutions }: Shared,
  { solution }: ChapterWords,
): ElementContent[] | undefined {
  const isFold = (child: ElementContent): child is Element =>
    child.type === 'element' && hasClass(child, 'exercise__fold')
  const folds = node.children.filter(isFold)
  if (!hasClass(node, 'exercise') || folds.length === 0) return undefined
  const [name] = elementsIn(node, (node) => hasClass(node, 'exercise__title'))
  const id = `solution-${slug}-${node.properties.id}`
  const title = textOf(name).replace(textOf(name?.children[0]), '').trim()
  solutions.push({ title, exercise: `${slug}--${node.properties.id}`, id, children: folds })
  node.children = node.children.filter((child) => !isFold(child))
  node.children.push(
    element('p', { className: ['exercise__where'] }, element('a', { href: `#${id}` }, solution)),
  )
  return undefined
}

/** Headings go one level down, and the first two levels have numbers. */
function numberHeadings(section: Element, number: string): void {
  let count = 0
  visit(section, 'element', (node) => {
    const level = Number(/^h([1-5])$/.exec(node.tagName)?.[1])
    if (!level) return
    node.tagName = `h${level + 1}`
    if (level > 2) return
    const own = level === 1 ? number : `${number}.${++count}`
    node.children.unshift(element('span', { className: ['number'] }, own), { type: 'text', value: ' ' })
  })
}

/** The ids of a page, and what refers to them within pictures, begin with the slug: the book has many pages. */
function ownIds(section: Element, slug: string): void {
  const taken = new Set<string>()
  visit(section, 'element', (node) => {
    const { id } = node.properties
    if (node === section || id === undefined) return
    const own = `${slug}--${id}`
    if (taken.has(own)) node.properties.id = undefined
    else node.properties.id = own
    taken.add(own)
  })
  visit(section, 'element', ({ properties }) => {
    for (const [name, value] of Object.entries(properties))
      if (typeof value === 'string' && value.startsWith('url(#'))
        properties[name] = value.replace('url(#', `url(#${slug}--`)
  })
}

const kept = new Set([
  'id',
  'className',
  'href',
  'lang',
  'value',
  'start',
  'colSpan',
  'rowSpan',
  'scope',
  'dateTime',
  'dataState',
  'dataFullmesh',
  'dataContext',
])

/** What says how an element looks or where it leads; the rest is for scripts and screen readers of the site. */
function keptOf(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => kept.has(name)))
}
