import { describe, expect, test } from 'vitest'
import { checkPair, checkReferences, readReferences } from './check.ts'

test('every reference of the site is to lines in the symbol it names, the same in both languages', () => {
  expect(readReferences('.').length).toBeGreaterThan(2000)
  expect(checkReferences('.')).toEqual([])
})

describe('of a page and its pair', () => {
  const page = (file: string, text: string) => ({
    file,
    source: `---\nc: add_pm_event\n---\n\n## One {/* #one */}\n\n${text}\n`,
  })
  const compare = (zh: string, en: string) => checkPair(page('docs/a.mdx', zh), page('en/a.mdx', en))

  test('the references of a section may come in another order', () => {
    expect(compare('<C at="1044" />、<C at="1070" />', '<C at="1070" />, <C at="1044" />')).toEqual([])
  })

  test('a reference that one language lacks is reported, by its place in the other', () => {
    expect(compare('<C at="1070" />、<C at="1070" />', '<C at="1070" />')).toEqual([
      'docs/a.mdx:7: section #one of en/a.mdx does not refer to net/mptcp/mptcp_fullmesh.c:1070',
    ])
    expect(compare('', '<C in="full_mesh" />')).toEqual([
      'en/a.mdx:7: section #one of docs/a.mdx does not refer to full_mesh',
    ])
  })

  test('a reference in another section counts as another one', () => {
    const moved = '<C at="1070" />\n\n## Two {/* #two */}'
    expect(compare(moved, '## Two {/* #two */}\n\n<C at="1070" />')).toHaveLength(2)
  })

  test('the references of a section that the other language does not have are no further problem', () => {
    expect(compare('## Two {/* #two */}\n\n<C at="1070" />', '')).toEqual([])
  })

  test('what the page is about is compared too', () => {
    const about = (file: string, name: string) => ({ file, source: `---\nc: ${name}\n---\n` })
    expect(checkPair(about('docs/a.mdx', 'add_pm_event'), about('en/a.mdx', 'lookup_similar_event'))).toEqual(
      [
        'docs/a.mdx:2: en/a.mdx, before its first section, does not refer to add_pm_event',
        'en/a.mdx:2: docs/a.mdx, before its first section, does not refer to lookup_similar_event',
      ],
    )
  })
})
