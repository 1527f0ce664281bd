import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../reference/languages.ts'
import { writeLists } from '../src/offline/build/list.ts'
import { serve } from '../tools/serve/static-server.ts'
import { violations } from './support/axe.ts'
import { openPage } from './support/page.ts'
import { at, opened, walkOf } from './support/walk.ts'

const baseUrl = process.env.BASE_URL || '/'

/** Copies a language of the built site to another folder. */
async function copyOfSite(path: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offline-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const isNeeded = (file: string) => !/assets[\\/]js/.test(file)
  await cp(join('build', path), join(folder, path), { recursive: true, filter: isNeeded })
  return folder
}

const panel = (page: Page) => page.locator('.offline__panel [role=status]')
const press = (page: Page, action: string) => page.locator(`.offline__panel [data-action=${action}]`).click()

/** What the browser keeps of the site: the numbers of service workers and of copies. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations()
    const copies = (await caches.keys()).filter((name) => name.startsWith('offline '))
    return [registrations.length, copies.length]
  })

test('a language is kept on request, works without a network, says when it is old, is updated, and is removed', async () => {
  const lang = 'en'
  const folder = await copyOfSite(pathOf(lang))
  await writeLists(folder)
  let server = await serve(folder, 0, baseUrl)
  onTestFinished(() => server.close())
  const site = server.url + pathOf(lang)
  const { page, errors } = await openPage('reference/translations/', { lang, width: 390, touch: true })

  // Nothing is kept before the reader asks, and the size is said before anything is downloaded.
  await page.goto(site)
  expect(await kept(page)).toEqual([0, 0])
  expect(await page.locator('link[rel=manifest]').count()).toBe(0)
  await page.locator('.offline > [data-action=open]').click()
  await panel(page).waitFor()
  expect(await panel(page).textContent()).toMatch(/ \d{3} files, \d\.\d MB to download/)
  expect(await kept(page)).toEqual([0, 0])
  expect(await violations(page, '.offline')).toEqual([])

  // A download that is cancelled leaves nothing.
  await press(page, 'keep')
  await press(page, 'cancel')
  await expect.poll(() => panel(page).textContent()).toMatch(/^Cancelled. Nothing is kept/)
  expect(await kept(page)).toEqual([0, 0])
  await press(page, 'open')
  await press(page, 'keep')
  await expect.poll(() => panel(page).textContent()).toMatch(/^All pages in English are kept/)
  expect(await kept(page)).toEqual([1, 1])

  // Without the server: a page, an example, a walk and the search.
  await server.close()
  await page.goto(`${site}ops/new-session/?q=ADD_ADDR`)
  await page.locator('.search [role=option]').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('full-mesh-example [data-action=run]').first().click()
  await page.locator('full-mesh-example[data-outcome=pass]').first().waitFor()
  await page.goto(`${site}#walk-two-by-two-mesh.12`)
  await opened(walkOf(page))
  expect(await at(walkOf(page))).toBe(12)
  expect(errors).toEqual([])

  // An address without the last slash, the Markdown of a page, and an address that is not kept.
  await page.goto(`${site}ops/new-session`)
  expect(page.url()).toBe(`${site}ops/new-session/`)
  expect(await (await page.goto(`${site}ops/new-session.md`))?.text()).toMatch(/^# /)
  await page.goto(`${site}no/such/page`)
  expect(await page.locator('.page__not-kept').first().isVisible()).toBe(true)
  errors.splice(0) // the browser reports the status 404

  // With a newer build: the copy stays as it is, and the second page says so.
  server = await serve(folder, Number(new URL(site).port), baseUrl)
  await appendFile(join(folder, pathOf(lang), 'ops', 'index.html'), '<!-- newer -->')
  await writeLists(folder)
  const newer = page.locator('.offline__newer')
  await page.goto(`${site}ops/`)
  expect(await newer.isVisible()).toBe(false)
  await expect.poll(async () => page.reload().then(() => newer.isVisible())).toBe(true)
  expect(await page.content()).not.toContain('<!-- newer -->')
  expect(await violations(page, '.offline')).toEqual([])
  await newer.locator('button').click()
  await expect
    .poll(() => panel(page).textContent())
    .toMatch(/^The site has a newer version: 1 file has changed/)
  await press(page, 'update')
  await expect.poll(() => panel(page).textContent()).toMatch(/^All pages in English are kept/)
  expect(await newer.isVisible()).toBe(false)
  expect(await kept(page)).toEqual([1, 1])
  await page.reload()
  expect(await page.content()).toContain('<!-- newer -->')

  await page.locator('.offline > [data-action=open]').click()
  await press(page, 'remove')
  await expect.poll(() => panel(page).textContent()).toBe('The copy has been removed.')
  expect(await kept(page)).toEqual([0, 0])
  expect(errors).toEqual([])
})
