import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { downloaded, findChromium } from './browser.ts'

test('CHROMIUM_PATH comes before all else', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath)
})

test('a CHROMIUM_PATH where nothing is, is an error and not a guess', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/no/such/file' })).toThrow(
    'CHROMIUM_PATH names no file: /no/such/file',
  )
})

test("of the browsers in Playwright's cache, the one without windows is used", async () => {
  const cache = await mkdtemp(join(tmpdir(), 'browsers-'))
  const place = (name: string) => join(cache, name)
  for (const folder of ['chromium-1200/chrome-linux', 'chromium_headless_shell-1200/chrome-linux']) {
    await mkdir(place(folder), { recursive: true })
  }
  const full = place('chromium-1200/chrome-linux/chrome')
  const shell = place('chromium_headless_shell-1200/chrome-linux/headless_shell')
  await writeFile(full, '')
  expect(downloaded(cache).find(existsSync)).toBe(full)
  await writeFile(shell, '')
  expect(downloaded(cache).find(existsSync)).toBe(shell)
})
