import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { Markup } from '../notes/markup.ts'
import { findElements, type Node } from '../notes/pages.ts'
import { cLineData } from './plugin.ts'

/** The link that a reference becomes: its text, and where it leads in its file. */
function render(source: string): unknown[] {
  const children = structuredClone(findElements('C', source)) // others parse the same text
  const tree: Node = { type: 'root', children }
  cLineData()(tree, new VFile({ path: `${process.cwd()}/docs/a.mdx` }))
  const [link] = children as Markup[]
  const { href, title } = Object.fromEntries((link?.attributes ?? []).map(({ name, value }) => [name, value]))
  return [link?.children?.[0]?.value, String(href).replace(/^.*\/blob\/\w+\//, ''), title]
}

test.each([
  ['<C in="full_mesh_new_session" at="1279" />', '1279', 'L1279'],
  ['<C at="1279-1280" />', '1279–1280', 'L1279-L1280'],
  ['<C in="full_mesh_new_session" />', '1242–1354', 'L1242-L1354'],
  ['<C in="MPTCP_MAX_ADDR" />', '23', 'L23'],
  ['<C in="mptcp_v4_subflows, mptcp_v6_subflows" />', '325–344', 'L325-L344'],
])('%s is a link to lines %s of mptcp_fullmesh.c', (source, lines, anchor) => {
  const file = 'net/mptcp/mptcp_fullmesh.c'
  expect(render(source)).toEqual([`mptcp_fullmesh.c:${lines}`, `${file}#${anchor}`, file])
})

test('a reference to another file is a link there', () => {
  const file = 'net/mptcp/mptcp_ctrl.c'
  expect(render(`<C of="${file}" in="mptcp_update_metasocket" />`)).toEqual([
    'mptcp_ctrl.c:1576–1580',
    `${file}#L1576-L1580`,
    file,
  ])
})

test('a symbol without lines is told by the line of the page', () => {
  expect(() => render('\n<C in="full_mesh_new_sesion" />')).toThrow(
    'docs/a.mdx:2: no lines are known of full_mesh_new_sesion',
  )
})
