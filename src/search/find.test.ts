import { expect, test } from 'vitest'
import { indexOf, type Names } from './build/index-of.ts'
import type { PageSection } from './build/sections.ts'
import { type Catalogue, catalogueFile, type Postings } from './files.ts'
import { find } from './find.ts'

const section = (title: string, text: string, more: Partial<PageSection> = {}): PageSection => ({
  id: title.replace(/\W/g, '-'),
  title,
  text: [text],
  isEntry: false,
  defined: [],
  titles: [],
  keywords: [],
  files: [],
  code: [],
  ...more,
})

const noNames: Names = { addresses: [], terms: [], refused: [] }

/** Makes an index of one page with these sections; the searches return the titles of sections. */
function searchIn(sections: PageSection[], names: Names = noNames) {
  const beginning = section('page', 'beginning', { id: '' })
  return searchInPages([{ address: 'a/page/', sections: [beginning, ...sections] }], names)
}

function searchInPages(pages: Parameters<typeof indexOf>[0], names: Names = noNames) {
  const files = indexOf(pages, names)
  const json = (name: string) => JSON.parse(files.find((file) => file.name === name)?.text ?? '')
  const catalogue: Catalogue = json(catalogueFile)
  return async (query: string, asking: string[] = []) => {
    const found = await find(query, catalogue, async (file) => json(file) as Postings, asking)
    const titles = found.sections.map(({ section }) => catalogue.sections[section]?.[2])
    return { ...found, titles }
  }
}

test('two characters are found inside a longer Chinese word, and one where it stands', async () => {
  const search = searchIn([section('one', '这是一段简单的文字'), section('two', '一段文字，很简单')])
  expect((await search('段简')).titles).toEqual(['one'])
  expect((await search('简')).titles).toEqual(['one', 'two'])
  expect((await search('字')).titles).toEqual(['one', 'two'])
})

test('a part of a symbol finds it, also while it is typed', async () => {
  const search = searchIn([section('one', 'calls mptcp_fm_init_net'), section('two', 'calls mptcp_init')])
  expect((await search('fm_init')).titles).toEqual(['one'])
  expect((await search('mptcp_fm_in')).titles).toEqual(['one'])
})

test('all words have to be in a section, in any order', async () => {
  const search = searchIn([section('one', 'the worker opens'), section('two', 'opens')])
  const { titles, missing } = await search('opens worker')
  expect(titles).toEqual(['one'])
  expect(missing).toEqual([])
})

test('without a section that has all words, those with the most come, and what is missing is named', async () => {
  const search = searchIn([section('one', 'the worker opens'), section('two', 'opens')])
  const { titles, missing } = await search('worker opens zzz')
  expect(titles).toEqual(['one'])
  expect(missing).toEqual(['zzz'])
})

test('the section that explains a name comes first, then one with the title, then tables, text and code', async () => {
  const search = searchIn(
    [
      section('code', '', { code: ['add_raddr()'] }),
      section('text', 'add_raddr'),
      section('table', 'add_raddr', { defined: ['add_raddr'] }),
      section('add_raddr', ''),
      section('op', 'something'),
    ],
    { ...noNames, addresses: [['add_raddr', 'a/page/#op']] },
  )
  const { titles, sections } = await search('add_raddr')
  expect(titles).toEqual(['op', 'add_raddr', 'table', 'text', 'code'])
  expect(sections[0]?.name).toBe('add_raddr')
})

test('an entry of a list comes behind prose, unless its name is searched', async () => {
  const search = searchIn([
    section('create_subflows', 'subflow subflow subflow', { isEntry: true }),
    section('prose', 'a subflow'),
  ])
  expect((await search('subflow')).titles).toEqual(['prose', 'create_subflows'])
  expect((await search('create_subflows')).titles[0]).toBe('create_subflows')
})

test('definitions and symptoms come before how the code works, then surprises, and corrections last', async () => {
  const inOrder = ['reference/glossary/', 'questions/a/', 'ops/a/', 'quirks/a/', 'about-the-note/']
  const pages = inOrder.map((address) => ({ address, sections: [section(address, 'the backup flag')] }))
  const { titles } = await searchInPages(pages.toReversed())('backup flag')
  expect(titles).toEqual(inOrder)
})

test('after two sections of a page, those of other pages come first', async () => {
  const page = (name: string, count: number) => ({
    address: `${name}/`,
    sections: Array.from({ length: count }, (_, at) => section(`${name} ${at}`, 'the backup flag')),
  })
  const { titles } = await searchInPages([page('a', 4), page('b', 3)])('backup flag')
  expect(titles).toEqual(['a 0', 'a 1', 'b 0', 'b 1', 'a 2', 'a 3', 'b 2'])
})

test('letters of full width are those of a keyboard', async () => {
  const search = searchIn([section('one', 'the option ADD_ADDR')])
  expect((await search('ＡＤＤ＿ＡＤＤＲ')).titles).toEqual(['one'])
})

test('the words of a question are left out', async () => {
  const search = searchIn([
    section('one', '没有第二条子流'),
    section('two', 'no subflow'),
    section('why', 'is'),
  ])
  expect((await search('为什么没有第二条子流', ['为什么'])).titles).toEqual(['one'])
  expect(await search('why is there no subflow', ['why', 'is', 'there'])).toMatchObject({
    titles: ['two'],
    query: 'no subflow',
  })
  expect((await search('why', ['why'])).titles).toEqual(['why'])
})

test('a title with the characters or the words of the query, in between others, comes first', async () => {
  const search = searchIn([
    section('text', '子流不重试，子流不重试，子流不重试'),
    section('子流建立失败后不再重试', ''),
    section('words', 'subflows not retried, subflows not retried, subflows not retried'),
    section('A failed subflow is not retried', ''),
  ])
  expect((await search('子流不重试')).titles[0]).toBe('子流建立失败后不再重试')
  expect((await search('subflow not retry')).titles[0]).toBe('A failed subflow is not retried')
})

test('without a section that has all characters, those with half of the pairs come, and it is said', async () => {
  const search = searchIn([section('one', '查看每条子流'), section('two', '子流')])
  expect(await search('查看子流')).toMatchObject({ titles: ['one'], missing: ['查看子流'] })
})

test('letters of the same case decide between a field and an option', async () => {
  const search = searchIn([section('field', 'add_addr'), section('ADD_ADDR', 'the option')], {
    ...noNames,
    addresses: [['add_addr', 'a/page/#field']],
  })
  expect((await search('ADD_ADDR')).titles[0]).toBe('ADD_ADDR')
  expect((await search('add_addr')).titles[0]).toBe('field')
})

test('a line of a log is found at another time', async () => {
  const search = searchIn([section('log', '', { code: ["'[500] op new_session(c1)',"] })])
  expect((await search('[1200] op new_session(c1)')).titles).toEqual(['log'])
})

test('an English word finds its other forms', async () => {
  const search = searchIn([section('one', 'the pair is retried')])
  expect((await search('retries')).titles).toEqual(['one'])
})

test('a file is found in the section that shows it as a whole', async () => {
  const search = searchIn([
    section('other', 'new-session.ts is new-session.ts'),
    section('example', '', { files: ['new-session.ts'] }),
  ])
  expect((await search('new-session.ts')).titles[0]).toBe('example')
})

test('a query that is no word, and one of a name of every object, find nothing', async () => {
  const search = searchIn([section('one', 'text')])
  for (const query of ['', ' ', '…', '!', 'constructor', '__proto__'])
    expect((await search(query)).sections).toEqual([])
})

test('most characters of a Chinese question, in their order, are enough for a title', async () => {
  const search = searchIn([
    section('没有第二条子流：会话只用一条路径', '检查'),
    section('其他', '没有建立连接，子流也没有'),
  ])
  const { titles } = await search('没有建立子流')
  expect(titles[0]).toBe('没有第二条子流：会话只用一条路径')
})

test('of a long Chinese question two pairs of five are enough if no section has more', async () => {
  const search = searchIn([section('one', '子流立即建起来'), section('two', '子流')])
  const { titles, missing } = await search('子流建不起来')
  expect(titles).toEqual(['one'])
  expect(missing).toEqual(['子流建不起来'])
})

test('a query that begins with a term finds the term, too', async () => {
  const search = searchIn([section('备用', '子流的属性'), section('其他', '备用标志')])
  expect((await search('备用标志')).titles).toContain('备用')
})

test('what readers call a symptom finds its page, whatever the page calls it', async () => {
  const search = searchIn([
    section('one', 'A second path is not used', { keywords: ['only Wi-Fi is used'] }),
    section('two', 'Wi-Fi is used, and only then'),
  ])
  expect((await search('only Wi-Fi')).titles).toEqual(['one', 'two'])
})
