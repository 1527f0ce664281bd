import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { symbols } from '../examples/reference/symbols.ts'
import { address, languages, openPage } from './support/page.ts'

const note = 'ops/new-session/'

/** Returns true if the definition of a term is visible. */
const isOpen = (page: Page, id: string) => page.locator(`#term-${id}`).isVisible()

describe.each(languages)('in %s', (lang) => {
  test('the page of symbols lists them all, and what the entries link to is there', async () => {
    const { page } = await openPage('reference/symbols/', { lang })
    expect(await page.locator('.symbols > li').count()).toBe(symbols.length)

    const hrefs = await page
      .locator('.symbols a')
      .evaluateAll((links) =>
        links
          .map((link) => (link as HTMLAnchorElement).href)
          .filter((href) => href.startsWith(location.origin)),
      )
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

  test('a name in the text and in a call stack leads to its entry, without a script', async () => {
    for (const where of ['.markdown > p', '.call-stack__function']) {
      const { page, scripts } = await openPage(note, { lang, js: false })
      await page.locator(`${where} a[href$="/reference/symbols/#full_mesh_new_session"]`).first().click()
      await page.waitForURL(`${address('reference/symbols/', lang)}#full_mesh_new_session`)
      expect(scripts).toEqual([])
    }
  })

  test('the field leaves the symbols with a name, from the first key on, and says how many', async () => {
    const { page } = await openPage('reference/symbols/', { lang })
    const shown = () => page.locator('.symbols > li:visible').count()
    await page.locator('#symbol-filter').focus()
    await page.keyboard.type('raddr')
    await page.locator('#add_pm_event').waitFor({ state: 'hidden' })
    const names = await page.locator('.symbols > li:visible').allTextContents()
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(name.toLowerCase()).toContain('raddr')
    expect(await page.locator('full-mesh-symbols [role=status]').textContent()).toContain(`${names.length}`)

    // The address leads to the same, and a link to an entry that is filtered out shows all.
    await page.reload()
    await page.locator('#add_pm_event').waitFor({ state: 'hidden' })
    expect(await shown()).toBe(names.length)
    const filtered = page.url()
    await page.evaluate(() => {
      location.hash = 'add_pm_event'
    })
    await page.locator('#add_pm_event').waitFor()
    expect(await shown()).toBe(symbols.length)
    expect(new URL(page.url()).search).toBe('')
    await page.goBack()
    await page.locator('#add_pm_event').waitFor({ state: 'hidden' })
    expect(page.url()).toBe(filtered)
  })

  test('a link to an entry ends at it, and the field does not cover it', async () => {
    const { page } = await openPage('reference/symbols/?name=announce_remove_addr', { lang, width: 390 })
    await page.locator('#full_mesh_release_sock').waitFor({ state: 'hidden' })
    await page.locator('#announce_remove_addr a[href="#full_mesh_release_sock"]').first().click()
    await page.locator('#full_mesh_release_sock').waitFor()
    const box = (selector: string) => page.locator(selector).evaluate((it) => it.getBoundingClientRect())
    const below = (await box('.symbol-filter')).bottom
    const entry = await box('#full_mesh_release_sock')
    expect(entry.top).toBeGreaterThanOrEqual(below)
    expect(entry.top).toBeLessThan(below + 60)
  })

  test('what no symbol has leads to the search', async () => {
    const { page } = await openPage('reference/symbols/?name=ENETUNREACH#symbol-filter', { lang })
    await page.locator('full-mesh-symbols [role=status] a').click()
    await page.locator('.search [role=option]').first().waitFor()
    expect(await page.locator('.search input').inputValue()).toBe('ENETUNREACH')
  })

  test('without a script there is no field', async () => {
    const { page } = await openPage('reference/symbols/', { lang, js: false })
    expect(await page.locator('#symbol-filter').isVisible()).toBe(false)
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

  test('a finger on a term opens its definition, whose link leads to its entry', async () => {
    const { page } = await openPage(note, { lang, js: false, width: 390, touch: true })
    await page.tap('[aria-describedby=term-subflow]', { force: true })
    await page.locator('#term-subflow').waitFor()
    expect((await page.locator('#term-subflow a').boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.tap('[aria-describedby=term-meta-socket]', { force: true })
    await page.locator('#term-subflow').waitFor({ state: 'hidden' })
    await page.tap('#term-meta-socket a')
    await page.waitForURL(`${address('reference/glossary/', lang)}#meta-socket`)
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
