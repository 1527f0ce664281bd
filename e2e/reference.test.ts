import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { symbols } from '../examples/reference/symbols.ts'
import { address, languages, openPage } from './support/page.ts'

const note = 'ops/new-session/'

/** Returns true if the definition of a term is visible. */
const isOpen = (page: Page, id: string) => page.locator(`#term-${id}`).isVisible()

describe.each(languages)('in %s', (lang) => {
  test('the page of symbols lists them all, and what it links to is there', async () => {
    const { page } = await openPage('reference/symbols/', { lang })
    expect(await page.locator('.symbols tbody tr').count()).toBe(symbols.length)

    const hrefs = await page
      .locator('.symbols td:last-child a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(hrefs).toHaveLength(symbols.length)
    const ids = new Map<string, Set<string>>()
    for (const href of new Set(hrefs)) {
      const { pathname, origin, hash } = new URL(href)
      if (!ids.has(pathname)) {
        const response = await page.request.get(origin + pathname)
        expect(response.status(), href).toBe(200)
        const html = await response.text()
        ids.set(pathname, new Set([...html.matchAll(/\sid="?([^"\s>]+)/g)].map(([, id = '']) => id)))
      }
      if (hash) expect([...(ids.get(pathname) ?? [])], href).toContain(hash.slice(1))
    }
  })

  test('a term opens its definition under the focus, and leads to its entry', async () => {
    const { page, scripts } = await openPage(note, { lang, js: false, width: 390 })
    expect(await isOpen(page, 'subflow')).toBe(false)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter') // past the contents
    const focused = page.locator('[aria-describedby=term-subflow]:focus')
    for (let tabs = 0; (await focused.count()) === 0; tabs++) {
      expect(tabs).toBeLessThan(20)
      await page.keyboard.press('Tab')
    }
    await page.locator('#term-subflow').waitFor()
    const box = await page.locator('#term-subflow').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)

    await page.keyboard.press('Enter')
    await page.waitForURL(`${address('reference/glossary/', lang)}#subflow`)
    expect(await page.locator('h3#subflow').isVisible()).toBe(true)
    expect(scripts).toEqual([])
  })

  test('a term opens its definition under the pointer, which may go into it', async () => {
    const { page } = await openPage(note, { lang })
    await page.hover('[aria-describedby=term-meta-socket]')
    await page.locator('#term-meta-socket').waitFor()
    await page.hover('#term-meta-socket')
    expect(await isOpen(page, 'meta-socket')).toBe(true)
    await page.mouse.move(2, 2)
    await page.locator('#term-meta-socket').waitFor({ state: 'hidden' })
  })

  test('a finger on a term leads to its entry', async () => {
    const { page } = await openPage(note, { lang, width: 390, touch: true })
    await page.tap('[aria-describedby=term-subflow]')
    await page.waitForURL(`${address('reference/glossary/', lang)}#subflow`)
  })

  test('the report says how many recordings were replayed: all that there are', async () => {
    const { page } = await openPage('reference/conformance/', { lang })
    const total = await page
      .locator('.counts')
      .first()
      .locator('tbody tr')
      .last()
      .locator('td')
      .nth(1)
      .textContent()
    expect(await page.locator('.markdown strong').first().textContent()).toContain(total)
  })
})
