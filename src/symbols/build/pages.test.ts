import { expect, test } from 'vitest'
import { pageOf } from '../../../reference/pages-of-symbols.ts'
import { checkPageOf } from './pages.ts'

const file = 'reference/pages-of-symbols.ts'

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
    /pages-of-symbols\.ts:\d+: the page of "full_mesh": "\.\/ops\/table\.mdx": there is no file docs\/ops\/table\.mdx \(nearest: /,
  )
  expect(english).toMatch(/there is no file i18n\/en\/.*\/current\/ops\/table\.mdx \(nearest: /)

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
