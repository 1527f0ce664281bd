import type { Element, ElementContent } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Chapter } from './chapter.ts'
import { element, hasClass, textOf } from './html.ts'

/** A name in the index, with the places of the book that mention it. */
export interface IndexEntry {
  /** `port` */
  name: string
  /** What tells it from others of this name: `struct fullmesh_rem4`; empty if nothing is needed. */
  of: string
  /** The id of the section that explains it. */
  main: string | undefined
  /** The sections that mention it, in the order of the book. */
  places: Place[]
}

interface Place {
  id: string
  /** The number of the section: `12.3`. */
  number: string
}

/**
 * Finds where chapters mention the symbols of the C file in their text, tables and call stacks; not in code, and not in the
 * steps of walkthroughs, which mention the same few on every page, and not in the table of all symbols.
 *
 * @param symbols the names; those of fields begin with their struct: `struct fullmesh_rem4.port`
 * @param mainOf returns the id of the section that explains a symbol
 * @returns in alphabetical order, without symbols that are nowhere in the book
 */
export function indexOf(
  chapters: readonly Chapter[],
  symbols: readonly string[],
  mainOf: (symbol: string) => string | undefined,
): IndexEntry[] {
  const mentioned = new Map<string, Place[]>()
  for (const { section, slug, number } of chapters) {
    let place: Place = { id: slug, number }
    visit(section, 'element', (node) => {
      if (node.tagName === 'pre' || hasClass(node, 'walk') || hasClass(node, 'symbols')) return SKIP
      if (/^h[23]$/.test(node.tagName) && node.properties.id)
        place = { id: String(node.properties.id), number: numberOf(node) }
      if (node.tagName !== 'code') return
      const name = textOf(node).replace(/\(\)$/, '')
      const places = mentioned.get(name) ?? []
      if (places.at(-1)?.id !== place.id) mentioned.set(name, [...places, place])
      return SKIP
    })
  }
  return symbols
    .flatMap((symbol) => {
      const [, of = '', name = symbol] = /^(.*)\.(.*)$/.exec(symbol) ?? []
      const main = mainOf(symbol)
      // A field has the name of others, or of a word: only its explanation is sure to mean it.
      const places = of ? [] : (mentioned.get(name) ?? mentioned.get(name.replace(/^struct /, '')) ?? [])
      return main || places.length > 0 ? [{ name, of, main, places }] : []
    })
    .sort((a, b) => compare(sortable(a.name), sortable(b.name)) || compare(a.of, b.of))
}

const sortable = (name: string) => name.replace(/^struct |^_+|^\(/, '').toLowerCase()
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function numberOf(heading: Element): string {
  const [first] = heading.children
  return first?.type === 'element' && hasClass(first, 'number') ? textOf(first) : ''
}

/** Draws the index. @param numberOfId returns the number of a section */
export function indexList(
  entries: readonly IndexEntry[],
  numberOfId: (id: string) => string | undefined,
): Element {
  const link = (id: string, number: string) => element('a', { href: `#${id}`, className: ['place'] }, number)
  const items = entries.map(({ name, of, main, places }) => {
    const number = main === undefined ? undefined : numberOfId(main)
    const others = places.filter(({ id }) => id !== main).map(({ id, number }) => link(id, number))
    const links = main && number ? [element('strong', {}, link(main, number)), ...others] : others
    const parts: ElementContent[] = links.flatMap((link, index) => [
      { type: 'text', value: index ? ', ' : '  ' },
      link,
    ])
    return element(
      'li',
      {},
      element('code', {}, name),
      ...(of ? [element('small', {}, ` ${of}`)] : []),
      ...parts,
    )
  })
  return element('ul', { className: ['index'] }, ...items)
}
