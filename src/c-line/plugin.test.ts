import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { findElements, type Node } from '../notes/pages.ts'
import { cLineData } from './plugin.ts'

/** What is left of a reference for its component. */
function render(source: string): Record<string, unknown> {
  const children = structuredClone(findElements('C', source)) // others parse the same text
  const tree: Node = { type: 'root', children }
  cLineData()(tree, new VFile({ path: `${process.cwd()}/docs/a.mdx` }))
  return Object.fromEntries((children[0]?.attributes ?? []).map(({ name, value }) => [name, value]))
}

test.each([
  ['<C in="full_mesh_new_session" at="1279" />', { at: '1279' }],
  ['<C at="1279-1280" />', { at: '1279-1280' }],
  ['<C in="full_mesh_new_session" />', { at: '1242-1354' }],
  ['<C in="MPTCP_MAX_ADDR" />', { at: '23' }],
  ['<C in="mptcp_v4_subflows, mptcp_v6_subflows" />', { at: '325-344' }],
  [
    '<C of="net/mptcp/mptcp_ctrl.c" in="mptcp_update_metasocket" />',
    { of: 'net/mptcp/mptcp_ctrl.c', at: '1576-1580' },
  ],
])('%s gets the lines that a reader sees', (source, attributes) => {
  expect(render(source)).toEqual(attributes)
})

test('a symbol without lines is told by the line of the page', () => {
  expect(() => render('\n<C in="full_mesh_new_sesion" />')).toThrow(
    'docs/a.mdx:2: no lines are known of full_mesh_new_sesion',
  )
})
