import { expect, test } from 'vitest'
import { languageOf } from './languages.ts'

test.each([
  ['zh-Hans', 'zh'],
  ['zh', 'zh'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['docs/ops/new-session.mdx', 'zh'],
  ['i18n/en/docusaurus-plugin-content-docs/current/index.mdx', 'en'],
  ['C:\\notes\\i18n\\en\\current\\index.mdx', 'en'],
  ['docs/environment.mdx', 'zh'],
])('a tag or the path of a page, %s, is in one language', (tagOrPath, language) => {
  expect(languageOf(tagOrPath)).toBe(language)
})
