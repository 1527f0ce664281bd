import { expect, test } from 'vitest'
import { fullmeshFile } from '../../reference/kernel-source.ts'
import { referencesInPage, referencesInText } from './elements.ts'
import { checkReference } from './reference.ts'

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
  ['<C in="add_pm_event" line="1070" />', 'line'],
  ['<C in="add_pm_event" at={1070} />', 'at'],
  ['<C in="add_pm_event" at />', 'at'],
  ['<C in="add_pm_event" {...lines} />', '{…}'],
])('%s is refused', (source, attribute) => {
  const references = referencesInPage('docs/a.mdx', source)
  expect(references.flatMap((reference) => checkReference(reference))).toEqual([
    `docs/a.mdx:1: <C> takes of="…", in="…" and at="…", not this ${attribute}`,
  ])
})

test('a text between quotes has references with the line of its file', () => {
  const source = `const both = {\n  zh: 'x（<C in="add_pm_event" at="1070" />）',\n}`
  expect(referencesInText('reference/a.ts', source)).toEqual([
    { place: 'reference/a.ts:2', file: fullmeshFile, within: ['add_pm_event'], at: '1070' },
  ])
})
