import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * A table whose header row is empty has no header row; instead the first cell of each row heads the row.
 *
 * Markdown has no other way to write a table of facts.
 */
export function rehypeRowHeaders() {
  return (tree: Root): void =>
    visit(tree, { tagName: 'table' }, (table) => {
      if (table.type === 'element') headRows(table)
    })
}

function headRows(table: Element): void {
  const head = elements(table).find(({ tagName }) => tagName === 'thead')
  const cells = head && elements(head).flatMap(elements)
  if (!cells?.every(({ children }) => children.length === 0)) return
  table.children = table.children.filter((child) => child !== head)
  for (const row of elements(table).flatMap(elements)) {
    const first = elements(row)[0]
    if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } })
  }
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element')
}
