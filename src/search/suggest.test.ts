import { expect, test } from 'vitest'
import { namesIn } from './build/names.ts'
import { suggestionFor } from './suggest.ts'
import { runsOf } from './terms.ts'

/** Suggests for a query of which no word was found. */
function suggest(query: string, language: string): string | undefined {
  const { addresses, terms, refused } = namesIn(language)
  const names = addresses.map(([name]) => [name, 0] as const)
  return suggestionFor(
    query,
    runsOf(query).map(({ text }) => text),
    { names, terms, refused },
  )
}

test.each([
  ['zh', '位域', '位图'],
  ['zh', '元套结字', '元套接字'],
  ['zh', '元套结字的所有者', '元套接字的所有者'],
  ['zh', 'create_subfow_worker', 'create_subflow_worker'],
  ['en', 'wokqueue', 'workqueue'],
  ['en', 'metta socket', 'meta socket'],
  ['en', 'mptcp_addres_worker', 'mptcp_address_worker'],
])('in %s, instead of "%s" it suggests "%s"', (language, query, suggestion) => {
  expect(suggest(query, language)).toBe(suggestion)
})

test('what is like no term has no suggestion', () => {
  expect(suggest('xylophone', 'en')).toBeUndefined()
  expect(suggest('木琴', 'zh')).toBeUndefined()
})
