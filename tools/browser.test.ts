import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from './browser.ts'

test('CHROMIUM_PATH comes before all else', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath)
})

test('a CHROMIUM_PATH where nothing is, is an error and not a guess', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/no/such/file' })).toThrow(
    'CHROMIUM_PATH names no file: /no/such/file',
  )
})

test("a browser in Playwright's cache is found", async () => {
  const cache = await mkdtemp(join(tmpdir(), 'browsers-'))
  await mkdir(join(cache, 'chromium-1200/chrome-linux'), { recursive: true })
  const path = join(cache, 'chromium-1200/chrome-linux/chrome')
  await writeFile(path, '')
  const found = findChromium({ PATH: '', PLAYWRIGHT_BROWSERS_PATH: cache })
  expect([path, '/usr/bin/chromium', '/usr/bin/google-chrome']).toContain(found)
})
