import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * Removes the header row of a table if it is empty, and makes the first cell of each row its header.
 *
 * Markdown has no other way to write a table of facts.
 */
export function rehypeRowHeaders() {
  return (tree: Root): void =>
    visit(tree, 'element', (table) => {
      const head = elements(table).find(({ tagName }) => tagName === 'thead')
      if (
        !head ||
        !elements(head)
          .flatMap(elements)
          .every(({ children }) => children.length === 0)
      )
        return
      table.children = table.children.filter((child) => child !== head)
      for (const row of elements(table).flatMap(elements)) {
        const [first] = elements(row)
        if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } })
      }
    })
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element')
}
