import { expect, test } from 'vitest'
import { symbols } from '../../examples/reference/symbols.ts'
import { pageOf } from '../../reference/pages-of-symbols.ts'
import type { Markup } from '../notes/markup.ts'
import { addressOf, checkPageOf, symbolTables } from './symbols.ts'

const file = 'reference/pages-of-symbols.ts'

test('every symbol is in a table, with the lines of the C file and the page that explains it', () => {
  const links: string[] = []
  const count = (node: Markup, tag: string): number => {
    if (node.type === 'link' && node.url) links.push(node.url)
    const inside = (node.children ?? []).reduce((sum, child) => sum + count(child, tag), 0)
    return inside + (node.data?.hName === tag ? 1 : 0)
  }
  const root = { type: 'root', children: symbolTables('en', (page) => page) }
  expect(count(root, 'tr') - count(root, 'thead')).toBe(symbols.length)
  expect(new Set(links).size).toBeGreaterThan(20)
  expect(links).toContain('../ops/new-session.mdx')
  expect(addressOf('struct mptcp_fm_ns.local_lock')).toBe('../structures/fm-ns.mdx#lock')
})

test('every symbol has a page, in both languages, with the section that is named', () => {
  expect(checkPageOf()).toEqual([])
})

test('a symbol without a page is named', () => {
  const { full_mesh: _, ...others } = pageOf
  expect(checkPageOf(others)).toEqual([`${file}:1: the symbol "full_mesh" has no page`])
})

test('a page or a section that is not there is reported, for each language, with the line of the map', () => {
  const [missing = '', english = ''] = checkPageOf({ ...pageOf, full_mesh: 'ops/table' })
  expect(missing).toMatch(
    /pages-of-symbols\.ts:\d+: the page of "full_mesh": "\.\/ops\/table\.mdx": there is no file docs\/ops\/table\.mdx$/,
  )
  expect(english).toMatch(/there is no file i18n\/en\/.*\/current\/ops\/table\.mdx$/)

  const [problem = ''] = checkPageOf({ ...pageOf, fm_get_ns: 'structures/fm-ns#in' })
  expect(problem).toMatch(
    /pages-of-symbols\.ts:\d\d: the page of "fm_get_ns": "\.\/structures\/fm-ns\.mdx#in": no section #in in docs\/structures\/fm-ns\.mdx \(there are #life, /,
  )
})

test('a name that the C file does not have is reported, with the nearest', () => {
  expect(checkPageOf({ ...pageOf, full_mash: 'ops/index' })).toEqual([
    expect.stringMatching(
      /pages-of-symbols\.ts:\d+: the C file has no symbol "full_mash" \(nearest: "full_mesh"/,
    ),
  ])
})
