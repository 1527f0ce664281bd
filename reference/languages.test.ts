import { afterAll, describe, expect, test, vi } from 'vitest'
import { defaultLanguage, fallbackOf, labelOf, languageOf, languages, tagOf, textIn } from './languages.ts'

test.each([
  ['zh-Hans', 'zh'],
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['docs/ops/new-session.mdx', 'zh'],
  ['i18n/en/docusaurus-plugin-content-docs/current/index.mdx', 'en'],
  ['C:\\notes\\i18n\\en\\current\\index.mdx', 'en'],
  ['docs/environment.mdx', 'zh'],
])('a tag or the path of a page, %s, is in one language', (tagOrPath, language) => {
  expect(languageOf(tagOrPath)).toBe(language)
})

test('a tag or a folder that the list does not have is of the default language', () => {
  expect(languageOf('tlh')).toBe(defaultLanguage)
  expect(languageOf('i18n/tlh/current/index.mdx')).toBe(defaultLanguage)
})

describe('the list of languages', () => {
  test.each(languages)('%s has a label, and a tag by which it is found again', (language) => {
    expect(labelOf(language)).not.toBe('')
    expect(languageOf(tagOf(language))).toBe(language)
  })

  test.each(languages)('the fallback of %s is a language with all texts', (language) => {
    const fallback = fallbackOf(language)
    if (fallback) expect(fallbackOf(fallback)).toBeUndefined()
  })

  test('the default language has all texts', () => {
    expect(fallbackOf(defaultLanguage)).toBeUndefined()
  })
})

describe('a text', () => {
  test('is that of the language', () => {
    expect(textIn({ zh: '锁', en: 'lock' }, 'en')).toBe('lock')
  })

  test('is empty where the text of the language is', () => {
    expect(textIn({ zh: '个', en: '' }, 'en')).toBe('')
  })

  test('is that of the default language where the language has none, and else any', () => {
    expect(textIn({ zh: '锁' }, 'en')).toBe('锁')
    expect(textIn({ en: 'lock' }, 'zh')).toBe('lock')
  })
})

describe('a language with a fallback', async () => {
  const list = [
    { key: 'zh', tag: 'zh-Hans', label: '中文' },
    { key: 'en', tag: 'en', label: 'English', code: true },
    { key: 'ja', tag: 'ja', label: '日本語', fallback: 'en' },
  ]
  vi.doMock('../i18n/languages.json', () => ({ default: list }))
  afterAll(() => vi.doUnmock('../i18n/languages.json'))
  const name = './languages.ts?with-a-fallback' // another copy of the module
  const copy: typeof import('./languages.ts') = await import(/* @vite-ignore */ name)

  test('has the text of its fallback where it has none, and that of the default language where both have none', () => {
    expect(copy.textIn({ zh: '锁', en: 'lock', ja: 'ロック' }, 'ja')).toBe('ロック')
    expect(copy.textIn({ zh: '锁', en: 'lock' }, 'ja')).toBe('lock')
    expect(copy.textIn({ zh: '锁' }, 'ja')).toBe('锁')
  })

  test('does not have to have every text', () => {
    expect(copy.languages).toEqual(['zh', 'en', 'ja'])
    expect(copy.completeLanguages).toEqual(['zh', 'en'])
  })

  test('has its pages in a folder of its own, and at an address of its own', () => {
    expect(copy.folderOf('ja')).toBe('i18n/ja/docusaurus-plugin-content-docs/current')
    expect(copy.pathOf('ja')).toBe('ja/')
    expect(copy.languageOf('i18n/ja/docusaurus-plugin-content-docs/current/index.mdx')).toBe('ja')
  })
})
