import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { folderOf, tagOf, textIn } from '../reference/languages.ts'
import { address, languages, openPage, type Visit } from './support/page.ts'

const note = 'ops/new-session/'

const control = (page: Page) => page.locator('full-mesh-pair [data-action=toggle]')
/** The text in the second language: it is in a shadow tree, which these locators search too. */
const second = (page: Page) => page.locator('.cell--other')
const paired = (page: Page) => second(page).first().waitFor()

/** Records the pages that are requested from now on, by path. */
function requestedPages({ page }: Visit): string[] {
  const paths: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('/')) paths.push(pathname)
  })
  return paths
}

/** For each heading, how far in px it begins below the one with the same id in the other language. */
const offsets = (page: Page) =>
  page.evaluate(() => {
    const text = document.querySelector('article > .markdown') as HTMLElement
    const headings = [...text.querySelectorAll(':is(h2, h3)[id]')]
    const top = (element: Element | null | undefined) => element?.getBoundingClientRect().top ?? Number.NaN
    return headings.map((heading) =>
      Math.abs(top(heading) - top(text.shadowRoot?.getElementById(heading.id))),
    )
  })

describe.each(languages)('in %s', (lang) => {
  const other = languages.find((language) => language !== lang) ?? lang

  test('the control shows the other language beside each section, code once, and hides it again', async () => {
    const visit = await openPage(note, { lang })
    const { page, scripts, errors, otherHosts } = visit
    const requested = requestedPages(visit)
    const plain = await page.textContent('article > .markdown')
    expect([scripts, requested]).toEqual([[], []])

    await control(page).click()
    await paired(page)
    expect(requested).toEqual([new URL(address(note, other)).pathname])
    expect(await second(page).first().getAttribute('lang')).toBe(tagOf(other))
    expect(await second(page).locator('button:not(.improve-section)').count()).toBe(0)
    expect(Math.max(...(await offsets(page)))).toBeLessThan(6)
    expect(await page.locator('full-mesh-example').count()).toBe(
      await page.evaluate(() => document.querySelectorAll('full-mesh-example').length),
    )
    expect(
      await page.getByRole('group', { name: textIn({ zh: '小结', en: 'Recap' }, lang), exact: true }).count(),
    ).toBe(1)
    expect(await control(page).getAttribute('aria-pressed')).toBe('true')
    expect(new URL(page.url()).search).toBe('?pair')

    await control(page).click()
    await second(page).first().waitFor({ state: 'detached' })
    expect(await page.textContent('article > .markdown')).toBe(plain)
    expect(page.url()).toBe(address(note, lang))
    expect([errors, otherHosts]).toEqual([[], []])
  })
})

test('the editor opens for a section of either language, and edits the file of that language', async () => {
  const { page, errors } = await openPage(`${note}?pair`, { lang: 'en' })
  await paired(page)
  await second(page).locator('#when + .improve-section').click()
  const file = page.locator('.improve__head code')
  expect(await file.textContent()).toBe(`${folderOf('zh')}/ops/new-session.mdx`)
  expect(await page.locator('.improve .cm-content').getAttribute('lang')).toBe(tagOf('zh'))
  await page.keyboard.press('Escape')
  await file.waitFor({ state: 'detached' })
  await page.locator('#when + .improve-section').first().click()
  expect(await file.textContent()).toBe(`${folderOf('en')}/ops/new-session.mdx`)
  expect(errors).toEqual([])
})

test('code that is edited beside two languages looks as it does beside one', async () => {
  const { page, errors } = await openPage('learn/slots/')
  await control(page).click()
  await paired(page)
  const example = page.locator('full-mesh-example').first()
  await example.locator('[data-action=edit]').click()
  const code = example.locator('.cm-content').first()
  await code.waitFor()
  const look = () =>
    code.evaluate((element) => {
      const colours = [...element.querySelectorAll('span')].map((span) => getComputedStyle(span).color)
      return [getComputedStyle(element).whiteSpace, new Set(colours).size]
    })
  expect(await look()).toEqual(['pre', 3])
  await control(page).click()
  await second(page).first().waitFor({ state: 'detached' })
  expect(await look()).toEqual(['pre', 3])
  expect(errors).toEqual([])
})

test('a link with ?pair shows both languages, at its section, and later pages do too until the control is pressed', async () => {
  const { page } = await openPage(`${note}?pair#backup`)
  await paired(page)
  expect(
    await page
      .locator('#backup')
      .first()
      .evaluate((heading) => heading.getBoundingClientRect().top),
  ).toBeLessThan(200)
  await page.goto(address('ops/add-raddr/', 'en'))
  await paired(page)
  await control(page).click()
  await page.goto(address(note))
  expect(await control(page).getAttribute('aria-pressed')).toBe('false')
})

test('after a reload, and after going back, the reader is where he was, also on a phone', async () => {
  const { page } = await openPage('quirks/options/?pair', { width: 390 })
  await paired(page)
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('article > .markdown > *')].findIndex(
        (element) => element.getBoundingClientRect().bottom > 0,
      ),
    )
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  const before = await seen()
  expect(before).toBeGreaterThan(10)
  await page.reload()
  await paired(page)
  await expect.poll(seen).toBe(before)
  await page.goto(new URL('../../ops/new-session/', page.url()).href)
  await page.goBack()
  await paired(page)
  await expect.poll(seen).toBe(before)
})

test('on no page is anything wider than the screen of a phone or a desk', async () => {
  const pages = [
    '',
    note,
    'call-stacks/',
    'structures/fullmesh-priv/',
    'learn/opening/',
    'then-and-now/backup/',
  ]
  for (const view of [{ width: 390, lang: 'en' }, { width: 1280 }] as const) {
    const { page } = await openPage(`${note}?pair`, view)
    for (const path of pages) {
      await page.goto(`${address(path, 'lang' in view ? view.lang : undefined)}?pair`)
      await paired(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, width]).toEqual([path, view.width])
    }
  }
})

test('a second language that cannot be loaded leaves the page as it is, says so below the bar, and is forgotten', async () => {
  const { page } = await openPage(note, { width: 320 })
  await page.route(`**/en/${note}`, (route) => route.abort())
  await control(page).click()
  await page.locator('.pair__status:not(:empty)').waitFor()
  expect(await control(page).getAttribute('aria-pressed')).toBe('false')
  const message = page.locator('.pair__message')
  const { x = -1, y = -1, width = 0 } = (await message.boundingBox()) ?? {}
  expect([x >= 0, x + width <= 320, y > 40]).toEqual([true, true, true])
  await message.locator('button').click()
  expect(await page.textContent('.pair__status')).toBe('')
  await page.reload()
  expect([new URL(page.url()).search, await page.locator('full-mesh-pair[data-ready]').count()]).toEqual([
    '',
    0,
  ])
  await page.unroute(`**/en/${note}`)
  await control(page).click()
  await paired(page)
  expect(await page.textContent('.pair__status')).toBe('')
})

test('nothing but text is taken from the other page: no script, no handler, no element of the site', async () => {
  const { page } = await openPage(note)
  await page.route(`**/en/${note}`, async (route) => {
    const response = await route.fetch()
    const planted =
      '<p id=planted onclick="document.title=1" style="color:red">a<script>document.title = 2</script><img src=x onerror="document.title=3"><full-mesh-example></full-mesh-example><a href="javascript:document.title=4">b</a></p>'
    await route.fulfill({
      response,
      body: (await response.text()).replace('<div class=heading><h2 ', (heading) => planted + heading),
    })
  })
  await control(page).click()
  await paired(page)
  expect(await page.locator('#planted').evaluate((planted) => planted.outerHTML)).toBe(
    '<p id="planted">a<img src="x"><a>b</a></p>',
  )
  expect(await page.title()).not.toMatch(/^\d$/) // nothing of it has run
})
