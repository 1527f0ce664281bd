import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { maxCharacters } from '../src/own-scenario/limits.ts'
import { languages, openPage } from './support/page.ts'

const field = (page: Page) => page.locator('full-mesh-scenario textarea')
const button = (page: Page, action: string) => page.locator(`full-mesh-scenario [data-action=${action}]`)
const printed = (page: Page) => page.locator('.own-scenario__printed')
const status = (page: Page) => page.locator('full-mesh-scenario [role=status]')

test.each(languages)(
  'in %s, a scenario is changed, run, and corrected where its message says',
  async (lang) => {
    const { page, errors, otherHosts, scripts } = await openPage('reference/scenarios/', { lang })
    expect(scripts).toEqual([])
    await button(page, 'run').click()
    await printed(page).waitFor()
    expect(await printed(page).textContent()).toContain('  sub c1/1 ESTABLISHED')
    expect(await status(page).textContent()).toContain('11')

    await field(page).fill('insmod\n----\n\nlink set eth9 up\n----\n')
    await field(page).press('Control+Enter')
    await button(page, 'line').click()
    expect(await button(page, 'line').textContent()).toContain('mine.txt:4: "link set eth9 up"')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('link set eth9 up')

    await field(page).fill('#'.repeat(maxCharacters + 1))
    await button(page, 'run').click()
    expect(await status(page).textContent()).toContain('100,000')
    expect(await printed(page).count()).toBe(0)
    await button(page, 'reset').click()
    expect(await field(page).inputValue()).toContain('sub c1 1 established')
    expect([...errors, ...otherHosts]).toEqual([])
  },
)

test('what the reader has written is there after a reload, and when the example has replaced it', async () => {
  const { page } = await openPage('reference/scenarios/', { lang: 'en' })
  await field(page).fill('insmod\n----\n')
  await page.reload()
  await expect.poll(() => field(page).inputValue()).toBe('insmod\n----\n')

  await button(page, 'reset').click()
  expect(await field(page).inputValue()).toContain('sub c1 1 established')
  await button(page, 'reset').click()
  expect(await field(page).inputValue()).toBe('insmod\n----\n')
  expect(await button(page, 'reset').textContent()).toBe('Restore the example')
})
