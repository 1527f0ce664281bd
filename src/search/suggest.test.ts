import { expect, test } from 'vitest'
import { namesIn } from './build/names.ts'
import { isDoubtful, suggestionFor } from './suggest.ts'
import { runsOf } from './terms.ts'

/** Suggests for a query of which no word was found, on a site of one page. */
function suggest(query: string, language: string, title = '', finds = true): Promise<string | undefined> {
  const { addresses, terms, refused } = namesIn(language)
  const names = addresses.map(([name]) => [name, 0] as const)
  return suggestionFor(
    query,
    runsOf(query).map(({ text }) => text),
    { names, terms, refused, sections: [], pages: [{ address: '', title, file: '' }] },
    async () => finds,
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
])('in %s, instead of "%s" it suggests "%s"', async (language, query, suggestion) => {
  expect(await suggest(query, language)).toBe(suggestion)
})

test.each([
  ['重式', '重试'],
  ['不再重式', '不再重试'],
  ['不在重试', '不再重试'],
])('instead of "%s" it suggests words of a title, "%s"', async (query, suggestion) => {
  expect(await suggest(query, 'zh', '子流建立失败后不再重试')).toBe(suggestion)
})

test('characters that have a term in them are spelt right', async () => {
  expect(await suggest('没有第二条子流', 'zh')).toBeUndefined()
  expect(await suggest('查看子流', 'zh')).toBeUndefined()
})

test('what finds nothing is not suggested', async () => {
  expect(await suggest('wokqueue', 'en', '', false)).toBeUndefined()
})

test('what is like no term has no suggestion', async () => {
  expect(await suggest('xylophone', 'en')).toBeUndefined()
  expect(await suggest('木琴', 'zh')).toBeUndefined()
})

test('a name whose parts stand somewhere, apart, may be a wrong spelling', () => {
  const apart = [{ section: 3 }]
  expect(isDoubtful({ query: 'creat_subflow_worker', sections: apart })).toBe(true)
  expect(isDoubtful({ query: 'create_subflow_worker', sections: [{ section: 1, name: 'x' }] })).toBe(false)
  expect(isDoubtful({ query: 'subflow worker', sections: apart })).toBe(false)
})
