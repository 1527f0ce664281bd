import { createProcessor } from '@mdx-js/mdx'
import { expect, test } from 'vitest'
import { glossary } from '../../reference/glossary.ts'
import type { Language } from '../../reference/text.ts'
import type { Markup } from '../notes/markup.ts'
import { checkGlossary, markTerms } from './terms.ts'

/** A page after its terms were marked: `[term]` for a mark, definitions left out. */
function marked(source: string, language: Language = 'en', path = 'docs/ops/a.mdx'): string {
  return text(markedTree(source, language, path))
}

function markedTree(source: string, language: Language, path: string): Markup {
  const tree = createProcessor({ format: 'mdx' }).parse(source) as Markup
  markTerms(tree, path, language)
  return tree
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
  expect(marked('主子流是第一条子流，子流不止一条。', 'zh')).toBe('[主子流]是第一条[子流]，子流不止一条。')
})

test('a longer term wins over one inside of it, and a part of a word is no term', () => {
  expect(marked('A master subflow, and a workerless opcode.')).toBe(
    'A [master subflow], and a workerless opcode.',
  )
  expect(marked('交给 default 路径管理器。', 'zh')).toBe('交给 [default 路径管理器]。')
})

test('headings, links, code and tables are left alone; emphasis and lists are not', () => {
  const source = '## A subflow\n\n[a subflow](./b.mdx) and `subflow`\n\n- one **subflow**'
  expect(marked(source)).toBe('A subflow\na subflow and subflow\none [subflow]')
})

test('a mark leads to the entry in the glossary and is described by the definition beside it', () => {
  const tree = markedTree('A subflow.', 'en', 'i18n/en/docusaurus-plugin-content-docs/current/ops/a.mdx')
  const link = find(tree, ({ type }) => type === 'link')
  const box = find(tree, ({ data }) => data?.hProperties?.role === 'tooltip')
  expect(link?.url).toBe('../reference/glossary.mdx#subflow')
  expect(link?.data?.hProperties?.['aria-describedby']).toBe(box?.data?.hProperties?.id)
  expect(box?.children?.map(text).join('')).toMatch(/^One TCP connection of a session/)
  const top = find(markedTree('子流', 'zh', 'docs/index.mdx'), ({ type }) => type === 'link')
  expect(top?.url).toBe('./reference/glossary.mdx#subflow')
})

test('<T> marks what it holds, and an unknown id is refused by file and line', () => {
  expect(marked('The <T id="announce">announced</T> one.')).toBe('The [announced] one.')
  expect(() => marked('Here:\n\nthe <T id="subflows">flows</T>.')).toThrow(
    'docs/ops/a.mdx:3: the glossary has no term "subflows" (nearest: "subflow"',
  )
})

test('the glossary has no id and no form twice, and says where it has', () => {
  expect(checkGlossary()).toEqual([])
  const [group] = glossary
  const [term] = group?.terms ?? []
  if (!group || !term) throw new Error('there is no glossary')
  expect(checkGlossary([{ ...group, terms: [term, term] }])).toEqual([
    expect.stringMatching(/^reference\/glossary\.ts:\d\d: the id "meta-socket" is there twice$/),
  ])
  expect(checkGlossary([{ ...group, terms: [term, { ...term, id: 'other' }] }])).toContain(
    'reference/glossary.ts:1: "meta socket" is said to mean both "meta-socket" and "other"',
  )
})
