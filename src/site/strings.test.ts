import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'

vi.doMock('../../i18n/languages.json', () => ({
  default: [
    { key: 'zh', tag: 'zh-Hans', label: '中文' },
    { key: 'en', tag: 'en', label: 'English' },
    { key: 'ja', tag: 'ja', label: '日本語', fallback: 'en' },
  ],
}))
const { frameTag } = await import('./strings.ts')

test('the frame of a language without strings of its own is in its fallback', () => {
  const siteDir = mkdtempSync(join(tmpdir(), 'strings-'))
  const file = join(siteDir, 'i18n/ja/code.json')
  expect([frameTag(siteDir, 'ja'), frameTag(siteDir, 'en')]).toEqual(['en', undefined])
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '{ "theme.a": { "message": "あ" } }')
  expect(frameTag(siteDir, 'ja')).toBe('en')
  writeFileSync(file, '{ "skip": { "message": "本文へ" } }')
  expect(frameTag(siteDir, 'ja')).toBeUndefined()
})
