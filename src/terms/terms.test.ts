import { createProcessor } from '@mdx-js/mdx'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { glossary } from '../../reference/glossary.ts'
import type { Markup } from '../notes/markup.ts'
import { checkGlossary, remarkTerms } from './terms.ts'

const english = 'i18n/en/docusaurus-plugin-content-docs/current/ops/a.mdx'

/** Marks the terms of a page: `[term]` for a mark, without definitions. */
function marked(source: string, path = english): string {
  return text(markedTree(source, path))
}

function markedTree(source: string, path: string): Markup {
  const tree = createProcessor({ format: 'mdx' }).parse(source)
  remarkTerms()(tree, new VFile({ path: `${process.cwd()}/${path}` }))
  return tree as Markup
}

function text(node: Markup): string {
  if (node.data?.hProperties?.role === 'tooltip') return ''
  const inner = node.value ?? (node.children ?? []).map(text).join(node.type === 'root' ? '\n' : '')
  return node.data?.hProperties?.className === 'term' ? `[${inner}]` : inner
}

function find(node: Markup, is: (node: Markup) => boolean): Markup | undefined {
  if (is(node)) return node
  for (const child of node.children ?? []) {
    const found = find(child, is)
    if (found) return found
  }
  return undefined
}

test('the first mention of a term on a page is marked, in whatever form, and no other', () => {
  expect(marked('Two subflows and one subflow.\n\nA subflow.')).toBe(
    'Two [subflows] and one subflow.\nA subflow.',
  )
  expect(marked('主子流是第一条子流，子流不止一条。', 'docs/ops/a.mdx')).toBe(
    '[主子流]是第一条[子流]，子流不止一条。',
  )
})

test('a longer term wins over one inside of it, and a part of a word is no term', () => {
  expect(marked('A master subflow, and a workerless opcode.')).toBe(
    'A [master subflow], and a workerless opcode.',
  )
  expect(marked('交给 default 路径管理器。', 'docs/ops/a.mdx')).toBe('交给 [default 路径管理器]。')
  expect(marked('内核调用路径管理器。', 'docs/ops/a.mdx')).toBe('内核调用[路径管理器]。')
})

test('headings, links, code and tables are left alone; emphasis and lists are not', () => {
  const source = '## A subflow\n\n[a subflow](./b.mdx) and `subflow`\n\n- one **subflow**'
  expect(marked(source)).toBe('A subflow\na subflow and subflow\none [subflow]')
})

test('a mark leads to the entry in the glossary and is described by the definition beside it', () => {
  const tree = markedTree('A subflow.', english)
  const link = find(tree, ({ type }) => type === 'link')
  const box = find(tree, ({ data }) => data?.hProperties?.role === 'tooltip')
  expect(link?.url).toBe('../reference/glossary.mdx#subflow')
  expect(link?.data?.hProperties?.['aria-describedby']).toBe(box?.data?.hProperties?.id)
  expect(box?.children?.map(text).join('')).toMatch(/^One TCP connection of a session/)
  const top = find(markedTree('子流', 'docs/index.mdx'), ({ type }) => type === 'link')
  expect(top?.url).toBe('./reference/glossary.mdx#subflow')
})

test('the box ends with a link to the entry, for screens that are tapped', () => {
  const box = find(markedTree('Two subflows.', english), ({ data }) => data?.hProperties?.role === 'tooltip')
  const last = box?.children?.at(-1)
  expect([last?.url, last && text(last)]).toEqual([
    '../reference/glossary.mdx#subflow',
    'Entry in the glossary',
  ])
})

test('a term inside of a longer one that is marked already is not marked', () => {
  expect(marked('主子流。主子流。子流。', 'docs/ops/a.mdx')).toBe('[主子流]。主子流。[子流]。')
})

test('the glossary has no id and no form twice, and says where it has', () => {
  expect(checkGlossary()).toEqual([])
  const [group] = glossary
  const [term] = group?.terms ?? []
  if (!group || !term) throw new Error('there is no glossary')
  expect(checkGlossary([{ ...group, terms: [term, term] }])).toEqual([
    expect.stringMatching(/^reference\/glossary\.ts:\d\d: the id "mptcp" is there twice$/),
  ])
  expect(checkGlossary([{ ...group, terms: [term, { ...term, id: 'other' }] }])).toContain(
    'reference/glossary.ts:1: "Multipath TCP" stands for both "mptcp" and "other"',
  )
})
