import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { type Language, pathOf, tagOf, textIn } from '../reference/languages.ts'
import { writeLists } from '../src/offline/build/list.ts'
import { currentFile } from '../src/offline/files.ts'
import { wordsIn } from '../src/offline/words.ts'
import { serve } from '../tools/serve/static-server.ts'
import { violations } from './support/axe.ts'
import { languages, openPage, type Visit, writeOver } from './support/page.ts'
import { at, opened, walkOf } from './support/walk.ts'

const baseUrl = process.env.BASE_URL || '/'

/** Serves a folder at an address of its own, where nothing is kept yet. */
async function serveAlone(folder = 'build') {
  const server = await serve(folder, 0, baseUrl)
  onTestFinished(() => server.close())
  return server
}

/** Opens the first page of a language at `site`, on a phone. */
async function openSite(site: string, lang: Language): Promise<Visit> {
  const visit = await openPage('reference/translations/', { lang, width: 390, touch: true })
  await visit.page.goto(site + pathOf(lang))
  return visit
}

const panel = (page: Page) => page.locator('.offline__panel [role=status]')
const said = (page: Page) => expect.poll(() => panel(page).textContent())
const open = (page: Page) => page.locator('.offline > [data-action=open]').click()
const press = (page: Page, action: string) => page.locator(`.offline__panel [data-action=${action}]`).click()

/** What the browser keeps of the site: the numbers of service workers and of copies. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations()
    const copies = (await caches.keys()).filter((name) => name.startsWith('offline '))
    return [registrations.length, copies.length]
  })

/** Runs in the page. @returns the size of a picture: `192x192` */
async function sizeOfImage(url: string): Promise<string> {
  const { width, height } = await createImageBitmap(await (await fetch(url)).blob())
  return `${width}x${height}`
}

test.each(languages)(
  'a language is kept on request, and all of it works without a network: %s',
  async (lang) => {
    const server = await serveAlone()
    const visit = await openSite(server.url, lang)
    const { page, context, errors } = visit
    const site = page.url()

    // Nothing is kept before the reader asks, and the size is said before anything is downloaded.
    expect(await kept(page)).toEqual([0, 0])
    expect(await page.locator('link[rel=manifest]').count()).toBe(0)
    await open(page)
    await said(page).toMatch(/\d{3} (个文件，需下载|files,) \d\.\d MB/)
    expect(await kept(page)).toEqual([0, 0])
    // As in Firefox until the reader has answered its question.
    await page.evaluate(() => {
      StorageManager.prototype.persist = () => new Promise(() => {})
    })
    await press(page, 'keep')
    await said(page).toBe(wordsIn(tagOf(lang)).current(textIn({ zh: '中文', en: 'English' }, lang)))
    expect(await kept(page)).toEqual([1, 1])

    await server.close()
    await page.goto(`${site}ops/new-session/?q=${textIn({ zh: '地址', en: 'ADD_ADDR' }, lang)}`)
    await page.locator('.search [role=option]').first().waitFor()
    await page.keyboard.press('Escape')

    // Every file of the list, without those that are there for the page.
    const answers = await page.evaluate(async (current) => {
      const { list } = await (await fetch(current)).json()
      const files: [string][] = await (await fetch(new URL(list, current))).json()
      const failed: string[] = []
      const waiting = files.values()
      const next = async () => {
        for (const [file] of waiting) if (!(await fetch(new URL(file, current))).ok) failed.push(file)
      }
      await Promise.all(Array.from({ length: 20 }, next)) // browsers refuse a thousand requests at once
      return { count: files.length, failed }
    }, site + currentFile)
    expect(answers.count).toBeGreaterThan(700)
    expect(answers.failed).toEqual([])

    // An example, with the policy that the page has without a copy; an edited one; and a walk.
    const policy = page.locator('meta[http-equiv=Content-Security-Policy]')
    expect(await policy.getAttribute('content')).not.toContain('blob:')
    const example = page.locator('full-mesh-example').first()
    await example.locator('[data-action=run]').click()
    await page.locator('full-mesh-example[data-outcome=pass]').first().waitFor()
    await example.locator('[data-action=edit]').click()
    await writeOver(example.locator('.cm-content').first(), 'export const nothing = 1')
    await example.locator('[data-action=run]').click()
    await page.locator('full-mesh-example[data-outcome=fail]').first().waitFor()
    await page.goto(`${site}#walk-two-by-two-mesh.12`)
    await opened(walkOf(page))
    expect(await at(walkOf(page))).toBe(12)
    expect(errors).toEqual([])

    // It can be installed: a Chromium without windows says no more of it than how it reads the manifest.
    const devtools = await context.newCDPSession(page)
    const { url, errors: mistakes, manifest } = await devtools.send('Page.getAppManifest')
    expect([url, mistakes]).toEqual([`${site}manifest.json`, []])
    expect(manifest).toMatchObject({ startUrl: site, scope: site, display: 'kMinimalUi' })
    for (const { url, sizes } of manifest?.icons ?? [])
      expect(await page.evaluate(sizeOfImage, url), url).toBe(sizes)

    // An address without the last slash, the Markdown of a page, and an address that is not kept.
    await page.goto(`${site}ops/new-session`)
    expect(page.url()).toBe(`${site}ops/new-session/`)
    expect(await (await page.goto(`${site}ops/new-session.md`))?.text()).toMatch(/^# /)
    await page.goto(`${site}no/such/page`)
    expect(await page.locator('.page__not-kept').first().isVisible()).toBe(true)
    expect(await page.locator('.page__unknown').first().isVisible()).toBe(false)
  },
)

test('a copy says when it is old, is updated, and is removed', async () => {
  const lang = 'en'
  const folder = await mkdtemp(join(tmpdir(), 'offline-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const part of ['index.html', 'ops/index.html', 'assets/css', 'offline', 'offline-worker.js'])
    await cp(join('build', pathOf(lang), part), join(folder, pathOf(lang), part), { recursive: true })
  await writeLists(folder)
  const { url } = await serveAlone(folder)
  const { page, context, errors } = await openSite(url, lang)
  const site = page.url()
  await open(page)
  expect(await violations(page, '.offline')).toEqual([])

  // A download that is cancelled leaves nothing.
  await context.route('**/ops/', () => {}) // it waits for this page until it is cancelled
  await press(page, 'keep')
  await press(page, 'cancel')
  await said(page).toMatch(/^Cancelled. Nothing is kept/)
  expect(await kept(page)).toEqual([0, 0])
  await context.unroute('**/ops/')
  await press(page, 'open')
  await press(page, 'keep')
  await said(page).toMatch(/^All pages in English are kept/)

  // With a newer build: the copy stays as it is, and the second page says so.
  await appendFile(join(folder, pathOf(lang), 'ops', 'index.html'), '<!-- newer -->')
  await writeLists(folder)
  const newer = page.locator('.offline__newer')
  await page.goto(`${site}ops/`)
  expect(await newer.isVisible()).toBe(false)
  await expect.poll(async () => page.reload().then(() => newer.isVisible())).toBe(true)
  expect(await page.content()).not.toContain('<!-- newer -->')
  expect(await violations(page, '.offline')).toEqual([])
  await newer.locator('button').click()
  await said(page).toMatch(/^The site has a newer version: 1 file has changed/)
  await press(page, 'update')
  await said(page).toMatch(/^All pages in English are kept/)
  expect(await newer.isVisible()).toBe(false)
  expect(await kept(page)).toEqual([1, 1])
  await page.reload()
  expect(await page.content()).toContain('<!-- newer -->')

  await open(page)
  await press(page, 'remove')
  await said(page).toBe('The copy has been removed.')
  expect(await kept(page)).toEqual([0, 0])
  expect(errors).toEqual([])
})

test('what keeps a copy from being made is named, and nothing of it stays', async () => {
  const { url } = await serveAlone()
  const { page, context } = await openSite(url, 'en')
  const devtools = await context.newCDPSession(page)
  const { failures, nothingKept } = wordsIn('en')
  const failsWith = async (reason: keyof typeof failures) => {
    await said(page).toBe(`${failures[reason]} ${nothingKept}`)
    expect(await kept(page)).toEqual([0, 0])
  }
  await open(page)

  // The network is lost halfway.
  let left = 100
  await context.route(`${url}**`, (route) => (left-- > 0 ? route.continue() : route.abort()))
  await press(page, 'keep')
  await failsWith('network')
  await context.unroute(`${url}**`)
  await press(page, 'open')

  // The storage is full.
  const quota = { origin: new URL(url).origin, quotaSize: 1e6 }
  await devtools.send('Storage.overrideQuotaForOrigin', quota)
  await press(page, 'keep')
  await failsWith('full')
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: quota.origin })
  await press(page, 'open')

  // Another tab is downloading.
  await context.route('**/*.md', () => {}) // it waits for these files until it is cancelled
  await press(page, 'keep')
  const other = await context.newPage()
  await other.goto(page.url())
  await open(other)
  await press(other, 'keep')
  await said(other).toBe(`${failures.busy} ${nothingKept}`)
  await other.close()
  await press(page, 'cancel')
  await said(page).toMatch(/^Cancelled\./)

  // The browser refuses storage, as in a private window of some.
  await page.evaluate(() => {
    CacheStorage.prototype.keys = () => Promise.reject(new DOMException('', 'SecurityError'))
  })
  await press(page, 'open')
  await said(page).toBe(`${failures.unsupported} ${nothingKept}`)
})
