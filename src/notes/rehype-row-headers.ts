import type { Element, Root } from 'hast'

/**
 * Makes a table whose header row is empty what it means: no header row, and each row's first cell heads the row.
 *
 * Markdown knows no other way to write a table of facts.
 */
export function rehypeRowHeaders() {
  return (tree: Root): void => visit(tree)
}

function visit(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'table') headRows(child)
    else visit(child)
  }
}

function headRows(table: Element): void {
  const head = elements(table).find(({ tagName }) => tagName === 'thead')
  const isEmpty =
    head &&
    elements(head)
      .flatMap(elements)
      .every((cell) => cell.children.length === 0)
  if (!isEmpty) return
  table.children = table.children.filter((child) => child !== head)
  for (const row of elements(table).flatMap(elements)) {
    const first = elements(row)[0]
    if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } })
  }
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element')
}
