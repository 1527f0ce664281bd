import { expect, test } from 'vitest'
import { enPage, pages, TestSite, zhPage } from './fixtures/site.ts'
import { record } from './record.ts'
import { readStates } from './states.ts'
import { readSite } from './texts.ts'

/** Returns a site in which every text is marked as current. */
function markedSite(files: Record<string, string> = pages): TestSite {
  const site = new TestSite(files)
  record(readSite(site.dir), readStates(site.dir))
  return site
}

test('a translation without marks is stale until it is looked at', () => {
  const site = new TestSite(pages)
  expect(site.notCurrent()).toEqual(['en note.mdx stale', 'en note.mdx#when stale', 'en note.mdx#why stale'])
  expect(markedSite().notCurrent()).toEqual([])
})

test('the marks stand in the translation, and name its source', () => {
  const site = markedSite()
  expect(site.read(zhPage)).toBe(pages[zhPage])
  expect(site.read(enPage).match(/from zh [0-9a-f]{8} own [0-9a-f]{8}/g)).toHaveLength(3)
})

test('if a word changes in a section of the source, the same section of the translation is stale, and no other', () => {
  const site = markedSite()
  site.edit(zhPage, '执行一次', '执行两次')
  expect(site.notCurrent()).toEqual(['en note.mdx#when stale'])
  expect(readStates(site.dir).find(({ state }) => state === 'stale')).toEqual({
    ...{
      page: 'note.mdx',
      section: 'when',
      lang: 'en',
      state: 'stale',
      source: 'zh',
      reason: 'source changed',
    },
    ...{ file: enPage, line: 9 },
  })
})

test('if a word changes in the translation, the section of the source is stale', () => {
  const site = markedSite()
  site.edit(enPage, 'Once', 'Twice')
  expect(site.notCurrent()).toEqual(['zh note.mdx#when stale'])
  expect(readStates(site.dir).find(({ state }) => state === 'stale')?.source).toBe('en')
})

test('if both change, both are in conflict', () => {
  const site = markedSite()
  site.edit(zhPage, '执行一次', '执行两次')
  site.edit(enPage, 'Once', 'Twice')
  expect(site.notCurrent()).toEqual(['zh note.mdx#when conflict', 'en note.mdx#when conflict'])
})

test('a paragraph whose lines are broken elsewhere changes nothing', () => {
  const site = markedSite()
  site.edit(zhPage, '客户端和服务器', '客户端\n和服务器')
  site.edit(enPage, 'on the client', 'on the\nclient')
  expect(site.notCurrent()).toEqual([])
})

test('a section that only one language has is missing from the other, whichever it is', () => {
  const site = markedSite()
  site.write(zhPage, `${site.read(zhPage)}\n## 处理办法 {/* #fix */}\n\n无。\n`)
  site.write(enPage, `${site.read(enPage)}\n## More {/* #more */}\n\nText.\n`)
  expect(site.notCurrent()).toEqual(['en note.mdx#fix missing', 'zh note.mdx#more missing'])
})

test('a page that only one language has is missing from the other, with the file that it would have', () => {
  const site = markedSite({
    'docs/a.mdx': '# 甲\n',
    'i18n/en/docusaurus-plugin-content-docs/current/b.mdx': '# B\n',
  })
  const missing = readStates(site.dir).filter(({ state }) => state === 'missing')
  expect(missing.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'i18n/en/docusaurus-plugin-content-docs/current/a.mdx:1',
    'docs/b.mdx:1',
  ])
})

test('a copy of the source without a mark is not translated: it is missing', () => {
  const site = markedSite()
  site.write(zhPage, `${site.read(zhPage)}\n## 处理办法 {/* #fix */}\n\n无。\n`)
  site.write(enPage, `${site.read(enPage)}\n## 处理办法 {/* #fix */}\n\n无。\n`)
  expect(site.notCurrent()).toEqual(['en note.mdx#fix missing'])
})

test('a page may be written first in any language, and then the default language has the mark', () => {
  const site = new TestSite(pages)
  const marks = (section: string) =>
    readStates(site.dir).find((s) => s.lang === 'zh' && s.section === section)
  site.edit(
    zhPage,
    '## 何时执行 {/* #when */}\n',
    '## 何时执行 {/* #when */}\n{/* from en 00000000 own 00000000 */}\n',
  )
  expect(marks('when')?.state).toBe('conflict')
  record(readSite(site.dir), readStates(site.dir))
  expect(site.notCurrent()).toEqual([])
  expect(site.read(zhPage)).toMatch(/from en [1-9a-f]/)
  site.edit(enPage, 'Once', 'Twice')
  expect(site.notCurrent()).toEqual(['zh note.mdx#when stale'])
})

test('if both languages have a mark for a section, that is a conflict', () => {
  const site = markedSite()
  site.edit(
    zhPage,
    '## 为什么 {/* #why */}\n',
    '## 为什么 {/* #why */}\n{/* from en 00000000 own 00000000 */}\n',
  )
  expect(site.notCurrent()).toEqual(['zh note.mdx#why conflict', 'en note.mdx#why conflict'])
})

test('a mark that names no language of the site is refused, with file and line', () => {
  const site = markedSite()
  site.edit(enPage, 'from zh', 'from fr')
  expect(() => readStates(site.dir)).toThrow(`${enPage}:1: the mark`)
})

test('a third language that is made from the second follows the second', () => {
  const site = markedSite()
  site.write(
    'i18n/languages.json',
    JSON.stringify([
      { key: 'zh', tag: 'zh-Hans', label: '中文' },
      { key: 'en', tag: 'en', label: 'English' },
      { key: 'ja', tag: 'ja', label: '日本語', fallback: 'en' },
    ]),
  )
  site.write(
    'i18n/ja/docusaurus-plugin-content-docs/current/note.mdx',
    '# ノート\n\n## いつ {#when}\n{/* from en 00000000 own 00000000 */}\n',
  )
  record(readSite(site.dir), readStates(site.dir))
  expect(site.notCurrent()).toEqual(['ja note.mdx#why missing'])
  site.edit(zhPage, '执行一次', '执行两次')
  expect(site.notCurrent()).toEqual(['en note.mdx#when stale', 'ja note.mdx#why missing'])
  site.edit(enPage, 'Once', 'Twice')
  expect(site.notCurrent()).toEqual([
    'zh note.mdx#when conflict',
    'en note.mdx#when conflict',
    'ja note.mdx#when stale',
    'ja note.mdx#why missing',
  ])
})

test('a section that was copied is not translated in the language that it is not written in', () => {
  const section = (heading: string, text: string) => `## ${heading} {/* #one */}\n\n${text}\n`
  const states = (text: string) => {
    const site = new TestSite({ [zhPage]: text, [enPage]: text })
    return site.notCurrent().filter((state) => state.includes('#'))
  }
  expect(
    states(
      section(
        '何时执行',
        '每个会话执行一次，客户端和服务器都执行，也就是说两端各有一个工作项，由工作队列处理。',
      ),
    ),
  ).toEqual(['en note.mdx#one missing'])
  expect(states(section('When it runs', 'Once for each session, on the client and on the server.'))).toEqual([
    'zh note.mdx#one missing',
  ])
})

test('a copy stays untranslated when a word of its source changes: its script says that it is one', () => {
  const states = (zh: string, en: string) => {
    const section = (text: string) => `## MPTCP {/* #one */}\n\n${text}\n`
    const site = new TestSite({ [zhPage]: section(zh), [enPage]: section(en) })
    return site.notCurrent().filter((state) => state.includes('#'))
  }
  const english = 'Once for each session, on the client and on the server.'
  expect(states(english, english.replace('Once', 'Twice'))).toEqual(['zh note.mdx#one missing'])
  const chinese =
    '每个会话执行一次，客户端和服务器都执行，也就是说两端各有一个工作项，由工作队列处理，处理完毕后释放引用。'
  expect(states(chinese.replace('一次', '两次'), chinese)).toEqual(['en note.mdx#one missing'])
  const names = '`mptcp_v4_subflows`、`mptcp_v6_subflows`、`full_mesh_create_subflows`。'.repeat(9)
  expect(states(names + chinese, names + english)).toEqual(['en note.mdx#one stale']) // code is in no language
})
