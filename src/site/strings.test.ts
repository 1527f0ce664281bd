import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'

test('the frame of a language without strings of its own is in its fallback', async () => {
  const fallbackOf = (language: string) => (language === 'ja' ? 'en' : undefined)
  vi.doMock('../../reference/languages.ts', () => ({
    fallbackOf,
    languageOf: String,
    tagOf: String,
  }))
  onTestFinished(() => vi.doUnmock('../../reference/languages.ts'))
  const { frameTag }: typeof import('./strings.ts') = await import('./strings.ts?of-frame' as string)
  const siteDir = mkdtempSync(join(tmpdir(), 'strings-'))
  const file = join(siteDir, 'i18n/ja/code.json')
  expect([frameTag(siteDir, 'ja'), frameTag(siteDir, 'en')]).toEqual(['en', undefined])
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '{ "theme.a": { "message": "あ" } }')
  expect(frameTag(siteDir, 'ja')).toBe('en')
  writeFileSync(file, '{ "skip": { "message": "本文へ" } }')
  expect(frameTag(siteDir, 'ja')).toBeUndefined()
})
