import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { SectionState } from '../../tools/translate/states.ts'
import { translations } from './Translations.tsx'

const state = (page: string, section: string, more: Partial<SectionState> = {}): SectionState => ({
  ...{ page, section, lang: 'en', state: 'current', source: 'zh', file: `pages/${page}`, line: 1 },
  ...more,
})
const stale = { state: 'stale', reason: 'source changed' } as const

/** Returns the page in English, as text with its links. */
const shown = (states: SectionState[], url?: string) =>
  renderToString(
    translations(states, ['zh', 'en'], 'en', {
      base: '/en/',
      repository: url ? { url, commit: '' } : undefined,
    }),
  ).replaceAll('<wbr/>', '')

test('if all texts of a language are current, the page says so and lists none', () => {
  const html = shown([state('a.mdx', ''), state('a.mdx', 'when', { ...stale, lang: 'zh' })])
  expect(html).toContain('All texts in English are current.')
  expect(html).not.toContain('a.mdx')
})

test('a section that is not current is listed with a link to it', () => {
  const html = shown([
    state('ops/a.mdx', '', stale),
    state('ops/a.mdx', 'when', stale),
    state('ops/a.mdx', 'why'),
  ])
  expect(html).toContain(
    '<a href="/en/ops/a/">beginning</a> <a href="/en/ops/a/#when"><code>#when</code></a>',
  )
  expect(html).toContain(
    '<th scope="row">out of date</th><td class="align-right">0</td><td class="align-right">2</td>',
  )
})

test('a page of which nothing is current, and a file with many such texts, have one entry', () => {
  const missing = { state: 'missing', reason: 'not written' } as const
  expect(shown([state('a.mdx', '', missing), state('a.mdx', 'when', missing)])).toContain('<td>all 2</td>')
  const texts = ['a', 'b', 'c', 'd', 'e'].map((id) => state('words.ts', id, id === 'e' ? {} : stale))
  expect(shown(texts)).toContain('<td>4 of 5</td>')
})

test('if the repository is known, a page leads to its file', () => {
  expect(shown([state('a.mdx', 'when', stale), state('a.mdx', '')], 'https://a.example/b')).toContain(
    '<a href="https://a.example/b/edit/main/pages/a.mdx"><code>a.mdx</code></a>',
  )
})
