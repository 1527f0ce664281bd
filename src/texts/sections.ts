import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { SectionState } from '../../tools/translate/states.ts'
import { type ElementNode, isElement } from '../notes/element.ts'
import { hasAllIds, headings } from '../notes/headings.ts'
import { matterPattern, type Page, parsePage, readPairs } from '../notes/pages.ts'
import { follow } from '../notes/remark-links.ts'

/** Something in a section that does not depend on the language. */
interface Fact {
  /** The same in each language: `the number 500`. */
  readonly what: string
  readonly line: number
  /** The target of a link. */
  readonly url?: string
}

/** A section of a page: what is below a heading, up to the next; the first is what is above all headings. */
interface Section {
  readonly line: number
  /** What the section has as often in each language: tables, links, blocks of code. */
  readonly counted: readonly Fact[]
  /** What the section has in each language, however often: numbers, and names in code. */
  readonly named: readonly Fact[]
  /** The words of its text. A name may be code in one language and a word in the other. */
  readonly words: ReadonlySet<string>
  /** Its elements, other than references to lines. */
  readonly elements: readonly Fact[]
}

type Sections = ReadonlyMap<string, Section>

type PageText = Pick<Page, 'file' | 'source'>

/**
 * Compares the sections of the pages in all languages: the shapes of tables, the targets of links, the commands in blocks
 * of code, numbers written in digits, and names that have a digit or are code. Paragraphs may differ. Elements have to be in
 * the same section; `check-elements.ts` compares their order, `c-line/check.ts` references to lines, `pairs.ts` headings.
 *
 * A section that is known to be out of date in a language is left out: it may lack what the other has.
 *
 * @param states those of the sections of all pages
 * @returns one message for each difference, beginning with a file and a line
 */
export function checkSections(siteDir: string, states: readonly SectionState[]): string[] {
  const changed = states.filter(({ reason }) => reason?.endsWith('changed'))
  return readPairs(siteDir).flatMap(({ page, pair }) => {
    const of = changed.filter(({ page: name }) => name === page.name)
    return compareSections(page, pair, new Set(of.map(({ section }) => section)), siteDir)
  })
}

/** Compares the sections that two pages have in common. @param outOfDate the ids of those that are left out */
export function compareSections(
  page: PageText,
  pair: PageText,
  outOfDate: ReadonlySet<string> = new Set(),
  siteDir = '',
): string[] {
  if (![page, pair].every(({ source }) => hasAllIds(source))) return []
  const current = ({ source }: PageText) =>
    new Map([...sectionsOf(source)].filter(([id]) => !outOfDate.has(id)))
  const [mine, theirs] = [current(page), current(pair)]
  return [...mine]
    .flatMap(([id, one]) => {
      const other = theirs.get(id)
      if (!other) return []
      const isBroken =
        hasBrokenLink(page.file, one, other, siteDir) || hasBrokenLink(pair.file, other, one, siteDir)
      const [left, right] = isBroken ? [withoutLinks(one), withoutLinks(other)] : [one, other]
      return [
        ...missing(page.file, left, pair.file, right, id),
        ...missing(pair.file, right, page.file, left, id),
      ]
    })
    .concat(moved(page.file, mine, pair.file, theirs))
}

/** Reports the elements that both pages have, in different sections. */
function moved(file: string, mine: Sections, pairFile: string, theirs: Sections): string[] {
  return [...mine].flatMap(([id, { elements }]) =>
    elements.flatMap(({ what, line }) => {
      const places = [...theirs].flatMap(([section, { elements }]) =>
        elements.filter((other) => other.what === what).map((other) => ({ section, line: other.line })),
      )
      const [place] = places
      if (!place || places.some(({ section }) => section === id)) return []
      return [
        `${file}:${line}: ${what} is in ${sectionName(id)}, but at ${pairFile}:${place.line} in ${sectionName(place.section)}`,
      ]
    }),
  )
}

/** Returns true if a section has a link that leads nowhere, and that its pair does not have. */
function hasBrokenLink(file: string, { counted }: Section, pair: Section, siteDir: string): boolean {
  const others = new Set(pair.counted.map(({ url }) => url))
  return counted.some(({ url }) => url && !others.has(url) && follow(url, file, siteDir))
}

function withoutLinks(section: Section): Section {
  return { ...section, counted: section.counted.filter(({ url }) => !url) }
}

/** Reports what a section has, and its pair has not. */
function missing(file: string, section: Section, pairFile: string, pair: Section, id: string): string[] {
  const left = pair.counted.map(({ what }) => what)
  const counted = section.counted.filter(({ what }) => {
    const index = left.indexOf(what)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
  const known = new Set(pair.named.map(({ what }) => what))
  const named = section.named.filter(({ what }) => !known.has(what) && !pair.words.has(nameIn(what)))
  const place = `${pairFile}:${pair.line}`
  const where = `${sectionName(id)}, ${place}`
  return [...counted, ...firstOfEach(named)].map(
    ({ what, line }) => `${file}:${line}: ${what} is not in ${where}: each language has the same`,
  )
}

function sectionName(id: string): string {
  return id ? `section #${id}` : 'the part before the first heading'
}

function firstOfEach(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ what }, index) => facts.findIndex((other) => other.what === what) === index)
}

/** A section that is being read. */
interface Draft extends Section {
  counted: Fact[]
  named: Fact[]
  words: Set<string>
  elements: Fact[]
}

function sectionsOf(source: string): Map<string, Section> {
  const starts = headings(source)
  const draft = (line: number): Draft => ({ line, counted: [], named: [], words: new Set(), elements: [] })
  const first = draft(1)
  const sections = new Map<string, Draft>([['', first]])
  for (const { id, line } of starts) if (id !== undefined) sections.set(id, draft(line))

  for (const [index, text] of (matterPattern.exec(source)?.[0] ?? '').split('\n').entries())
    if (/^(title|sidebar_label|description): /.test(text)) addText(first, text, index + 1)

  for (const block of parsePage(source).children) {
    const id = starts.findLast(({ line }) => line <= lineOf(block))?.id
    const section = sections.get(id ?? '')
    if (section) addBlock(section, block)
  }
  return sections
}

function addBlock(section: Draft, block: RootContent): void {
  visit(block as Root | Parents, (node: Nodes) => {
    const line = lineOf(node)
    if (isElement(node) && /^[A-Z]/.test(node.name ?? '') && node.name !== 'C')
      section.elements.push({ what: written(node), line })
    else if (node.type === 'table') {
      const columns = node.children[0]?.children.length ?? 0
      section.counted.push({ what: `a table of ${node.children.length} rows and ${columns} columns`, line })
    } else if (node.type === 'link' || node.type === 'definition')
      section.counted.push({ what: `a link to ${node.url}`, line, url: node.url })
    else if (node.type === 'image') section.counted.push({ what: `the image ${node.url}`, line })
    else if (node.type === 'code') {
      for (const [index, text] of node.value.split('\n').entries()) {
        const command = withoutComment(text)
        if (command) section.counted.push({ what: `the line of code "${command}"`, line: line + 1 + index })
      }
    } else if (node.type === 'inlineCode') {
      addNumbers(section, node.value, line)
      for (const [name] of node.value.matchAll(namePattern)) section.named.push({ what: `\`${name}\``, line })
    } else if (node.type === 'text') addText(section, node.value, line)
  })
}

/** Returns an element as it is written: `<Example of="a" />`. */
function written({ name, attributes }: ElementNode): string {
  const values = attributes.map((each) =>
    each.type === 'mdxJsxAttribute' ? `${each.name}="${each.value}"` : '{…}',
  )
  return `<${[name, ...values.sort()].join(' ')} />`
}

/** Matches a name in code that is the same in each language: with a small letter, or with `_`. `DEVICE` stands for one. */
const namePattern = /(?<![\w\p{L}])(?=\w*[a-z_])[A-Za-z_]\w*(?!\p{L})/gu

/** Matches a name with a digit that is the same in each language: `IPv6`, `eth0`. */
const nameWithDigit = /(?<![\w.:])[A-Za-z]+\d+(?![\w.])/g

/** Matches a number in digits that is not a part of a name, such as `v0.95` or `IPv4`. */
const numberPattern = /(?<![\w.]|\w[-:])\d+(?:[.,]\d+)*(?=(?:st|nd|rd|th)?(?!\w))/g

function addText(section: Draft, text: string, line: number): void {
  for (const [index, part] of text.split('\n').entries()) {
    addNumbers(section, part, line + index)
    for (const [name] of part.matchAll(nameWithDigit))
      section.named.push({ what: `\`${name}\``, line: line + index })
  }
  for (const [word] of text.matchAll(/\w+/g)) section.words.add(word)
}

function addNumbers(section: Draft, text: string, line: number): void {
  for (const [found] of text.matchAll(numberPattern)) {
    const number = /^\d{1,3}(,\d{3})+$/.test(found) ? found.replaceAll(',', '') : found
    section.named.push({ what: `the number ${number}`, line })
  }
}

function nameIn(what: string): string {
  return what.replaceAll('`', '')
}

/** Returns a line of code without its comment, which is in the language of the page. */
function withoutComment(text: string): string {
  return text.replace(/(^|\s)#.*$|\/\*.*\*\/|\/\/ .*$/, '').trim()
}

function lineOf({ position }: Nodes): number {
  return position?.start.line ?? 1
}
