import { describe, expect, test } from 'vitest'
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
