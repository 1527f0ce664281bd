import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * Changes the tables that Markdown makes.
 *
 * - A header row that is empty is removed, and the first cell of each row becomes its header: Markdown has no other way
 *   to write a table of facts.
 * - The alignment of a column becomes a class, such as `align-right`: React would make a `style` attribute of it.
 */
export function rehypeTables() {
  return (tree: Root): void =>
    visit(tree, 'element', (element) => {
      if (element.tagName === 'table') headRows(element)
      const { align, ...properties } = element.properties
      if (align) element.properties = { ...properties, className: [`align-${align}`] }
    })
}

function headRows(table: Element): void {
  const head = elements(table).find(({ tagName }) => tagName === 'thead')
  const cells = head && elements(head).flatMap(elements)
  if (!cells?.every(({ children }) => children.length === 0)) return
  table.children = table.children.filter((child) => child !== head)
  for (const row of elements(table).flatMap(elements)) {
    const [first] = elements(row)
    if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } })
  }
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element')
}
