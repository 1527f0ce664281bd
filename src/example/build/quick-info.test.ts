import type ts from 'typescript'
import { expect, test } from 'vitest'
import { quickInfo } from './quick-info.tsx'

const seeing = (text: string) =>
  quickInfo({ tags: [{ name: 'see', text: [{ text, kind: 'text' }] }] } as ts.QuickInfo, () => '')

test('each line of the C file after `@see` is a link to it', () => {
  expect(seeing('mptcp_fullmesh.c:118 `find`, :139 `find_first` with base 0')).toMatch(
    /L118">mptcp_fullmesh\.c:118<\/a> <code>find<\/code>, <a [^>]+L139">:139<\/a> <code>find_first<\/code> with base 0/,
  )
})

test('a symbol of the C file after `@see` is a link to its entry on the page of symbols', () => {
  expect(seeing('mptcp_fullmesh.c:107 `fm_get_ns`')).toContain(
    '<a href="#fm_get_ns" data-symbol="fm_get_ns"><code>fm_get_ns</code></a>',
  )
})
