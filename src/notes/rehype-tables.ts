import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { partsOf } from './markup.ts'

/**
 * Changes the tables that Markdown makes.
 *
 * - A header row that is empty is removed, and the first cell of each row becomes its header: Markdown has no other way
 *   to write a table of facts.
 * - A cell without text in another header row becomes a plain cell: it heads nothing.
 * - A table with three or more columns and long texts becomes `stacked`: on a phone, the cells of a row are below each
 *   other, each with the name of its column. Names in its code may be broken where {@link partsOf} cuts them: a table is
 *   no wider than its page.
 * - The alignment of a column becomes a class, such as `align-right`: React would make a `style` attribute of it.
 */
export function rehypeTables() {
  return (tree: Root): void =>
    visit(tree, 'element', (element) => {
      if (element.tagName === 'table') {
        headRows(element)
        stack(element)
      }
      const { align, ...properties } = element.properties
      if (align) element.properties = { ...properties, className: [`align-${align}`] }
    })
}

function headRows(table: Element): void {
  const head = elements(table).find(({ tagName }) => tagName === 'thead')
  const cells = head && elements(head).flatMap(elements)
  if (!cells?.every(isEmpty)) {
    for (const cell of cells?.filter(isEmpty) ?? []) cell.tagName = 'td'
    return
  }
  table.children = table.children.filter((child) => child !== head)
  for (const row of elements(table).flatMap(elements)) {
    const [first] = elements(row)
    if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } })
  }
}

function isEmpty({ children }: Element): boolean {
  return children.length === 0
}

/** The longest texts of all columns together, in characters of the screen, for which a phone has room with some breaks. */
const widestTable = 70

function stack(table: Element): void {
  const rows = elements(table).flatMap(elements)
  const [head] = rows
  const names = head ? elements(head).map(textOf) : []
  const longest = names.map((_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(textOf(elements(row)[column])))),
  )
  const isWide = longest.reduce((sum, width) => sum + width, 0) > widestTable
  if (names.length < 3 || !isWide || !elements(table).some(({ tagName }) => tagName === 'thead')) return
  table.properties = {
    ...table.properties,
    className: [table.properties.className ?? [], 'stacked'].flat(),
    role: 'table',
  }
  for (const row of rows) {
    row.properties = { ...row.properties, role: 'row' }
    for (const [index, cell] of elements(row).entries()) {
      const role = row === head ? 'columnheader' : 'cell'
      const label = row === head || !names[index] ? {} : { dataLabel: names[index] }
      cell.properties = { ...cell.properties, role, ...label }
    }
  }
  visit(table, { tagName: 'code' }, breakNames)
}

/** Lets the browser break the names in inline code. */
function breakNames(code: Element): void {
  code.children = code.children.flatMap((child) =>
    child.type === 'text'
      ? partsOf(child.value).flatMap((value, index): ElementContent[] => {
          const part = { type: 'text' as const, value }
          return index ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, part] : [part]
        })
      : [child],
  )
}

function textOf(element: Element | undefined): string {
  let text = ''
  if (element)
    visit(element, 'text', ({ value }) => {
      text += value
    })
  return text
}

/** Returns the width of a text, where a Chinese character takes two columns. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element')
}
