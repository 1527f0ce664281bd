import { createProcessor } from '@mdx-js/mdx'
import type { RootContent } from 'mdast'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { findMentions, type PageElement } from '../notes/element.ts'
import { mdx } from '../notes/markup.ts'
import { remarkElements } from '../notes/remark-elements.ts'
import { cElement, referencesInPage, referencesInText } from './description.ts'

const page = `---
title: A page
c: [full_mesh_new_session, struct fullmesh_priv]
---

It falls back (<C at="1279" />), and \`<C in="code" />\` is code.

## When {/* #when */}

In <C of="net/ipv4/tcp_input.c" in="tcp_rcv_state_process" at="6221" />, or
<C in="mptcp_v4_subflows, mptcp_v6_subflows" />.
`

test('the references of a page have their place and section, and inherit what the page is about', () => {
  const about = ['full_mesh_new_session', 'struct fullmesh_priv']
  expect(referencesInPage('docs/a.mdx', page)).toEqual([
    { place: 'docs/a.mdx:3', file: fullmeshFile, within: ['full_mesh_new_session'], section: undefined },
    { place: 'docs/a.mdx:3', file: fullmeshFile, within: ['struct fullmesh_priv'], section: undefined },
    {
      place: 'docs/a.mdx:6',
      file: fullmeshFile,
      within: about,
      inherits: true,
      at: '1279',
      section: undefined,
    },
    {
      place: 'docs/a.mdx:10',
      file: 'net/ipv4/tcp_input.c',
      within: ['tcp_rcv_state_process'],
      at: '6221',
      section: 'when',
    },
    {
      place: 'docs/a.mdx:11',
      file: fullmeshFile,
      within: ['mptcp_v4_subflows, mptcp_v6_subflows'],
      section: 'when',
    },
  ])
})

test('lines of another file inherit nothing, and neither does a reference without lines', () => {
  const source = '---\nc: add_pm_event\n---\n<C of="net/core/sock.c" at="2908" />\n\n<C />'
  expect(
    referencesInPage('docs/a.mdx', source)
      .slice(1)
      .map(({ within }) => within),
  ).toEqual([[], []])
})

test.each([
  ['with another attribute', '<C in="add_pm_event" line="1070" />'],
  ['with an expression', '<C in="add_pm_event" at={1070} />'],
  ['without a value', '<C in="add_pm_event" at />'],
])('a reference %s is refused', (_, source) => {
  expect(findMentions([cElement], 'docs/a.mdx', `\n${source}`).problems).toEqual([
    'docs/a.mdx:2: expected <C of="FILE" in="SYMBOL" at="LINES" />, with plain strings',
  ])
  expect(() => referencesInText('reference/a.ts', `const a =\n  '${source}'`)).toThrow(
    'reference/a.ts:2: expected <C of="FILE" in="SYMBOL" at="LINES" />, with plain strings',
  )
})

test('a text between quotes has references with the line of its file', () => {
  const source = `const both = {\n  zh: 'x（<C in="add_pm_event" at="1070" />）',\n}`
  expect(referencesInText('reference/a.ts', source)).toEqual([
    { place: 'reference/a.ts:2', file: fullmeshFile, within: ['add_pm_event'], at: '1070' },
  ])
})

/** The link that a reference becomes: lines in its address, and its text. */
async function link(source: string, elements: PageElement[] = [cElement]): Promise<string> {
  const processor = createProcessor({ jsx: true, remarkPlugins: [remarkElements(elements)] })
  const page = await processor.process(new VFile({ value: source, path: `${process.cwd()}/docs/a.mdx` }))
  const [, path, lines, text] =
    /<a className="c-line" href="[^"]*\/blob\/\w+\/([^"#]*)#([^"]*)" title="\1">\{?"?([^"<]*)/.exec(
      String(page),
    ) ?? []
  return `${path} ${lines} ${text}`
}

test.each([
  ['<C in="full_mesh_new_session" at="1279" />', `${fullmeshFile} L1279 mptcp_fullmesh.c:1279`],
  ['<C at="1279-1280" />', `${fullmeshFile} L1279-L1280 mptcp_fullmesh.c:1279–1280`],
  ['<C in="full_mesh_new_session" />', `${fullmeshFile} L1242-L1354 mptcp_fullmesh.c:1242–1354`],
  ['<C in="MPTCP_MAX_ADDR" />', `${fullmeshFile} L23 mptcp_fullmesh.c:23`],
  ['<C in="mptcp_v4_subflows, mptcp_v6_subflows" />', `${fullmeshFile} L325-L344 mptcp_fullmesh.c:325–344`],
  [
    '<C of="net/mptcp/mptcp_ctrl.c" in="mptcp_update_metasocket" />',
    'net/mptcp/mptcp_ctrl.c L1576-L1580 mptcp_ctrl.c:1576–1580',
  ],
])('%s is a link to its lines', async (source, expected) => {
  expect(await link(source)).toBe(expected)
})

test('in a table that the build makes, it is the same plain link', async () => {
  const table: PageElement = {
    name: 'Table',
    usage: '<Table />',
    replace: () => mdx('See <C at="1279" />.') as RootContent[],
  }
  expect(await link('<Table />', [table, cElement])).toBe(`${fullmeshFile} L1279 mptcp_fullmesh.c:1279`)
})

test('a symbol without lines is named, by the line of the page', async () => {
  await expect(link('\n<C in="full_mesh_new_sesion" />')).rejects.toThrow(
    'docs/a.mdx:2: no lines are known of full_mesh_new_sesion',
  )
})
