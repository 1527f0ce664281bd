import type { Element, Root } from 'hast'
import { expect, test } from 'vitest'
import { rehypeTables } from './rehype-tables.ts'

function element(tagName: string, ...children: (Element | string)[]): Element {
  const nodes = children.map((child) =>
    typeof child === 'string' ? ({ type: 'text', value: child } as const) : child,
  )
  return { type: 'element', tagName, properties: {}, children: nodes }
}

function table(...head: string[]): Root {
  const cells = head.map((text) => (text ? element('th', text) : element('th')))
  const body = element('tbody', element('tr', element('td', 'lock'), element('td', 'none')))
  return { type: 'root', children: [element('table', element('thead', element('tr', ...cells)), body)] }
}

test('a table with an empty header row loses it, and its first column heads the rows', () => {
  const tree = table('', '')
  rehypeTables()(tree)
  const json = JSON.stringify(tree)
  expect(json).not.toContain('thead')
  expect(json).toContain(
    '"tagName":"th","properties":{"scope":"row"},"children":[{"type":"text","value":"lock"}]',
  )
})

test('a table that has a header is left alone, but for a cell that heads nothing', () => {
  const tree = table('how', 'what')
  rehypeTables()(tree)
  expect(tree).toEqual(table('how', 'what'))
  const corner = table('', 'what')
  rehypeTables()(corner)
  expect(JSON.stringify(corner)).toContain('{"type":"element","tagName":"td","properties":{},"children":[]}')
})

test('the alignment of a column becomes a class', () => {
  const cell: Element = { ...element('td', '12'), properties: { align: 'right' } }
  rehypeTables()({ type: 'root', children: [cell] })
  expect(cell.properties).toEqual({ className: ['align-right'] })
})

test('a wide table has the names of its columns in its cells, for the screen of a phone', () => {
  const long = 'one of several hosts that are behind the same gateway, and whose addresses it hides'
  const wide = (text: string): Root => {
    const head = element('tr', element('th', 'what'), element('th', 'why'), element('th', 'fix'))
    const row = element('tr', element('td', 'a'), element('td', text), element('td', 'b'))
    return { type: 'root', children: [element('table', element('thead', head), element('tbody', row))] }
  }
  const tree = wide(long)
  rehypeTables()(tree)
  expect(tree.children[0]).toMatchObject({ properties: { className: ['stacked'], role: 'table' } })
  expect(JSON.stringify(tree)).toContain('{"role":"cell","dataLabel":"why"}')
  const chinese = wide('同一网关之后的多台主机，其中一台主机的地址已由对端通告过，其余主机没有通告')
  rehypeTables()(chinese)
  expect(JSON.stringify(chinese)).toContain('stacked')
  const narrow = wide('one')
  rehypeTables()(narrow)
  expect(narrow).toEqual(wide('one'))

  const named = wide(long)
  const [row] = (((named.children[0] as Element).children[1] as Element).children as Element[]) ?? []
  ;(row?.children[0] as Element).children = [element('code', 'create_subflow')]
  rehypeTables()(named)
  expect(JSON.stringify(named)).toContain(
    '{"type":"text","value":"create_"},{"type":"element","tagName":"wbr","properties":{},"children":[]},{"type":"text","value":"subflow"}',
  )
})
