import type { Element, ElementContent, Nodes, RootContent } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Root as Markdown } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { parseFragment } from 'parse5'
import { visit } from 'unist-util-visit'
import { stepsLanguage } from '../steps.ts'

/**
 * Makes Markdown of the text of a built page: with the code of examples and their results, call stacks and steps of walks,
 * without what readers press, and without what the page says twice, for the eye and for screen readers.
 *
 * Headings keep their ids: `## When it runs {#when}`.
 *
 * @param html the page as it is served
 * @param linkOf returns the target of a link of the text, from its `href`
 * @returns undefined if the page has no text of the notes, as that for unknown addresses
 */
export function markdownOf(html: string, linkOf: (href: string) => string): string | undefined {
  const [article] = /<article\b.*<\/article>/s.exec(html) ?? []
  if (!article) return undefined
  // What is only text becomes text before the page is parsed: it is most of the page.
  const short = article
    .replace(/<pre\b.*?<\/pre>/gs, (code) => code.replace(/<\/?(?:i|span)\b[^>]*>/g, ''))
    .replace(/(<details class="?walk__list"?>.*?<\/summary>)<ol>(.*?)<\/ol>/gs, steps)
  const page = fromParse5(parseFragment(short))
  const text = find(page, (element) => hasClass(element, 'markdown'))
  if (!text) return undefined
  const tree = toMdast(
    { type: 'root', children: text.children.flatMap(cleaned) as RootContent[] },
    { handlers },
  )
  visit(tree, (node) => {
    if (node.type === 'link') {
      node.url = linkOf(node.url)
      node.title = null
    } else if (node.type === 'listItem' || node.type === 'list') node.spread = false
  })
  const markdown = toMarkdown(tree as Markdown, {
    bullet: '-',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
  // A Chinese character after bold text is written as a number, for parsers that would not see the end of the bold text.
  return markdown.replace(/&#x([0-9A-F]+);/g, (number, digits: string) => {
    const character = String.fromCodePoint(Number.parseInt(digits, 16))
    return /\p{Script=Han}/u.test(character) ? character : number
  })
}

/** What is on a page for the eye, for the hand or for screen readers only. */
const left = new Set(['button', 'script', 'style', 'input', 'textarea', 'wbr', 'label', 'legend'])
const leftClasses = ['hash-link', 'term__box', 'walk__player', 'page-links', 'example__guide', 'which__form']
const leftProperties = ['dataNeedsJs', 'hidden', 'ariaHidden']

/** What begins something that has no heading. */
const titles = new Set(['summary', 'figcaption', 'caption'])
const titleClasses = ['example__name', 'walk__name', 'exercise__title', 'then-and-now__title']

/** Returns what of a node is text: the node without what is left out, in the form that becomes Markdown. */
function cleaned(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  const { tagName, properties } = node
  if (left.has(tagName) || leftClasses.some((name) => hasClass(node, name))) return []
  if (leftProperties.some((name) => isSet(properties[name]))) return []
  if (tagName === 'svg') return picture(node)
  if (tagName === 'pre') return [node]
  const children = node.children.flatMap(cleaned)
  const { dataFile } = properties
  if (dataFile) return [{ ...node, children: inLanguage(children, String(dataFile).replace(/^.*\./, '')) }]
  if (hasClass(node, 'term')) return children
  if (hasClass(node, 'call-stack__facts')) return [{ ...node, children: joined(children, ' · ') }]
  if (hasClass(node, 'call-stack__caption')) return [paragraph([strong(joined(children, ' · '))])]
  if (hasClass(node, 'example__verdict')) {
    const parts = children.filter(({ type }) => type === 'element')
    return [{ ...node, children: joined(parts, ' · ') }]
  }
  if (
    (titles.has(tagName) || titleClasses.some((name) => hasClass(node, name))) &&
    children.every(isPhrasing)
  )
    return [paragraph([strong(children)])]
  if (tagName === 'small') return [text(' '), ...children]
  if (tagName === 'td' || tagName === 'th') return [{ ...node, children: children.flatMap(inOneLine) }]
  if (tagName === 'li' && properties.value)
    return [{ ...node, children: numbered(children, properties.value) }]
  if (/^h[1-6]$/.test(tagName) && properties.id)
    return [{ ...node, children: [...children, text(` {#${properties.id}}`)] }]
  if (tagName === 'table') return table(node, children)
  return [{ ...node, children }]
}

/** A picture is its description, and the links in it. */
function picture(svg: Element): ElementContent[] {
  const of = (name: string) => textOf(find(svg, ({ tagName }) => tagName === name))
  const description = String(svg.properties.ariaLabel ?? [of('title'), of('desc')].filter(Boolean).join(': '))
  return description ? [paragraph([{ ...strong([text(description)]), tagName: 'em' }])] : []
}

/** Makes a block of lines of the steps of a walk. What a step changes and prints is indented. */
function steps(_: string, title: string, list: string): string {
  const lines = list
    .replace(/<li\b[^>]*\bvalue="?(\d+)"?[^>]*>/g, (_, number: string) => `\n${number.padStart(3)}  `)
    .replace(/<li>/g, '\n       ')
    .replace(/<(?:"[^"]*"|[^">])*>/g, '')
  return `${title}<pre data-language=${stepsLanguage}>${lines}</pre>`
}

/** A list with numbers of its own has them in its text: those of Markdown leave none out. */
function numbered(children: ElementContent[], value: unknown): ElementContent[] {
  const [first, ...others] = children
  const number = text(`${value} · `)
  return first?.type === 'element' && first.tagName === 'p'
    ? [{ ...first, children: [number, ...first.children] }, ...others]
    : [number, ...children]
}

/** A cell of a table is one line. */
function inOneLine(child: ElementContent): ElementContent[] {
  return child.type === 'element' && child.tagName === 'p' ? [...child.children, text(' ')] : [child]
}

/** The caption of a table stands before it. */
function table(node: Element, children: ElementContent[]): ElementContent[] {
  const isRows = (child: ElementContent) =>
    child.type === 'element' && /^(thead|tbody|tr)$/.test(child.tagName)
  const captions = children.filter((child) => !isRows(child))
  return [...captions, { ...node, children: children.filter(isRows) }]
}

/** Says in which language the blocks of code among some nodes are, for {@link handlers}. */
function inLanguage(nodes: ElementContent[], dataLanguage: string): ElementContent[] {
  return nodes.map((node) =>
    node.type === 'element' && node.tagName === 'pre' ? { ...node, properties: { dataLanguage } } : node,
  )
}

const handlers: Record<string, Handle> = {
  pre: (state, node: Element) => {
    const value = textOf(node).replace(/\n$/, '')
    const result = { type: 'code' as const, lang: languageOfCode(node), value }
    state.patch(node, result)
    return result
  },
}

function languageOfCode({ properties }: Element): string | null {
  return properties.dataLanguage ? String(properties.dataLanguage) : null
}

function find(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, test)
    if (found) return found
  }
  return undefined
}

function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value
  return node && 'children' in node ? node.children.map(textOf).join('') : ''
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

function isPhrasing(node: ElementContent): boolean {
  return node.type !== 'element' || !/^(p|ul|ol|pre|div|table)$/.test(node.tagName)
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false'
}

const text = (value: string): ElementContent => ({ type: 'text', value })
const elementNamed =
  (tagName: string) =>
  (children: ElementContent[]): Element => ({ type: 'element', tagName, properties: {}, children })
const paragraph = elementNamed('p')
const strong = elementNamed('strong')

function joined(parts: readonly ElementContent[], separator: string): ElementContent[] {
  return parts.flatMap((part, index) => (index ? [text(separator), part] : [part]))
}
