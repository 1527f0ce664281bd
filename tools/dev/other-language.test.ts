import type { I18n } from '@docusaurus/types'
import { expect, test } from 'vitest'
import { howToStart } from './other-language.ts'

/** Two languages, one of which is served. */
const serving = (currentLocale: string) =>
  ({
    currentLocale,
    localeConfigs: {
      'zh-Hans': { label: '中文', baseUrl: '/' },
      en: { label: 'English', baseUrl: '/en/' },
    },
  }) as unknown as I18n

test('an address in another language says how this language is started, and where the page is then', () => {
  const page = howToStart('/en/ops/new-session/', serving('zh-Hans'))
  expect(page).toContain('npm run dev -- --locale en --port 3001')
  expect(page).toContain('<a href="http://localhost:3001/en/ops/new-session/">')
  expect(howToStart('/ops/', serving('en'))).toContain('npm run dev -- --locale zh-Hans --port 3001')
})

test('an address in the language that is served is not answered', () => {
  expect(howToStart('/ops/', serving('zh-Hans'))).toBeUndefined()
  expect(howToStart('/en/ops/', serving('en'))).toBeUndefined()
  expect(howToStart('/english/', serving('zh-Hans'))).toBeUndefined()
})
