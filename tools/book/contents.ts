import type { Element, Root } from 'hast'
import { elementsIn, parseHtml, textOf } from './html.ts'

/** A group of pages, in the order in which they are read. */
export interface Part {
  /** `Reference · Workers` for a group within a group. */
  title: string
  /** The addresses of its pages, as in links: `/en/ops/new-session/`. */
  pages: string[]
}

/**
 * Reads the parts of the book from the table of contents that each page of the site has: that of `sidebars.ts`.
 *
 * @param html the first page
 * @param start the title of the part of pages that are in no group
 * @throws if the page has no table of contents
 */
export function partsOf(html: string, start: string): Part[] {
  const page: Root = parseHtml(html)
  const [nav] = elementsIn(page, ({ properties }) => properties.id === 'contents')
  const list = nav && childrenOf(nav, 'ul')[0]
  if (!list) throw new Error('the first page has no table of contents: <nav id="contents"> with a list')
  return partsIn(list, start)
}

function partsIn(list: Element, title: string, above = ''): Part[] {
  const items = childrenOf(list, 'li')
  const pages = items
    .flatMap((item) => childrenOf(item, 'a'))
    .map(({ properties }) => String(properties.href))
  const groups = items.flatMap((item) => {
    const [inner] = elementsIn(item, ({ tagName }) => tagName === 'ul')
    if (!inner) return []
    const [summary] = elementsIn(item, ({ tagName }) => tagName === 'summary')
    return partsIn(inner, above + textOf(summary), `${above}${textOf(summary)} · `)
  })
  return pages.length > 0 ? [{ title, pages }, ...groups] : groups
}

function childrenOf(node: Element, tagName: string): Element[] {
  return node.children.filter((child) => child.type === 'element' && child.tagName === tagName) as Element[]
}
