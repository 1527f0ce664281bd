import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Language } from '../reference/languages.ts'
import { tagOf, textIn } from '../reference/languages.ts'
import { address, languages, openPage } from './support/page.ts'

const note = 'ops/new-session/'

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
/** Returns another language than this one. */
const other = (lang: Language) => languages.find((language) => language !== lang)

describe.each(languages)('in %s', (lang) => {
  test.each(['', note])(
    'the page "/%s" loads without errors, and requests nothing from another host',
    async (path) => {
      const { page, errors, otherHosts } = await openPage(path, { lang })
      expect(await page.getAttribute('html', 'lang')).toBe(tagOf(lang))
      expect(await page.textContent('h1')).toBeTruthy()
      expect(errors).toEqual([])
      expect(otherHosts).toEqual([])
    },
  )

  test('a click whose module cannot be loaded shows a message, and works when the network is back', async () => {
    const { page, context } = await openPage(note, { lang })
    await context.route('**/run/example.*.js', (route) => route.abort())
    const run = page.locator('full-mesh-example [data-action=run]').first()
    await run.hover()
    await run.click()
    const message = page.getByRole('alert')
    await message.waitFor()
    expect(await message.textContent()).toContain(textIn({ zh: '请检查网络', en: 'Check the network' }, lang))
    await page.locator('h1').click()
    expect(await message.count()).toBe(0)
    await context.unroute('**/run/example.*.js')
    await run.click()
    await page.locator('full-mesh-example[data-outcome=pass]').waitFor()
    expect(await message.count()).toBe(0)
  })

  test('on a phone, no two controls of the bar are at the same place, and the title is whole', async () => {
    const { page } = await openPage(note, { lang, width: 390, touch: true })
    const controls = page.locator('.bar :is(a, button):visible')
    const boxes = await Promise.all((await controls.all()).map((control) => control.boundingBox()))
    expect(boxes.length).toBeGreaterThan(4)
    for (const [index, box] of boxes.entries())
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(boxes[index + 1]?.x ?? 390)
    const cut = await page.locator('.bar__title').evaluate((title) => title.scrollWidth - title.clientWidth)
    expect(cut).toBeLessThanOrEqual(1) // rounding
  })

  test('reading costs no script: not the page, not scrolling, not following a link', async () => {
    const { page, scripts } = await openPage('', { lang })
    await page.mouse.move(2, 400)
    await page.mouse.wheel(0, 2000)
    await page.click('.pagination-nav__link--next')
    await page.waitForLoadState('networkidle')
    expect(page.url()).not.toBe(address('', lang))
    expect(scripts).toEqual([])
  })

  test('a group of the contents has a link without scripts, and all of its pages when the reader opens it', async () => {
    const groupIn = async (js: boolean) => {
      const { page, errors } = await openPage(note, { lang, js })
      const group = page.locator('#contents details', { has: page.locator('[href$="/learn/"]') })
      await group.locator('summary').click()
      return { page, errors, group, links: group.locator('a:visible') }
    }
    const plain = await groupIn(false)
    expect(await plain.links.count()).toBe(1)
    await plain.links.click()
    expect(plain.page.url()).toBe(address('learn/', lang))

    const { page, errors, group, links } = await groupIn(true)
    await links.nth(5).waitFor()
    expect(await group.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(
      true,
    )
    expect(await page.locator('#contents [aria-current=page]').getAttribute('href')).toContain(note)
    expect(await page.locator('#contents [aria-current=page]').isVisible()).toBe(true)
    expect(errors).toEqual([])
  })

  test('the language link goes to the section that is being read', async () => {
    const { page } = await openPage(note, { lang, width: 390 })
    const id = await page.evaluate(() => {
      const headings = [...document.querySelectorAll('main h2[id]')]
      const heading = headings.at(Math.floor(headings.length / 2)) as Element
      location.hash = heading.id
      return heading.id
    })
    await page.click('a[data-language]')
    await page.waitForURL((url) => url.hash === `#${id}`)
    expect(page.url()).toBe(`${address(note, other(lang))}#${id}`)
    expect(await page.locator(`#${id}`).count()).toBe(1)
  })

  test('without JavaScript the page reads completely, and shows no control that would do nothing', async () => {
    const plain = await openPage(note, { lang, js: false })
    const scripted = await openPage(note, { lang })
    const text = async (page: Page) => {
      const parts = await page.locator('article :is(h1, h2, h3, p, li, td, pre):visible').allTextContents()
      return parts.join('\n')
    }
    expect(await text(plain.page)).toBe(await text(scripted.page))
    expect((await text(plain.page)).length).toBeGreaterThan(20)
    expect(await plain.page.locator('[data-needs-js]:visible').count()).toBe(0)
    await plain.page.click('a[data-language]')
    expect(plain.page.url()).toBe(address(note, other(lang)))
  })

  test.each([note, '404.html'])(
    'the menu opens on the first tap of a phone, without a script, and closes again: %s',
    async (path) => {
      const { page, scripts } = await openPage(path, { lang, width: 390, touch: true })
      const contents = page.locator('#contents')
      expect(await contents.isVisible()).toBe(false)
      await page.tap('.bar__contents')
      expect(await contents.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await contents.isVisible()).toBe(false)
      await page.tap('.bar__contents')
      await contents.getByRole('link').first().tap()
      await page.waitForURL(address('', lang))
      expect(scripts).toEqual([])
    },
  )
})

test('each page has one style element, which its policy allows by its hash, and no style attribute', async () => {
  const files = await readdir('build', { recursive: true })
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => [file, await readFile(`build/${file}`, 'utf8')] as const),
  )
  const pages = texts.filter(([, html]) => html.includes('<header class=bar>'))
  expect(pages.length).toBeGreaterThan(100)
  for (const [page, html] of pages) {
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => text)
    expect(styles, page).toHaveLength(1)
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64')
    expect(html, page).toContain(`style-src 'self' 'sha256-${hash}'`)
    expect(html.replace(/<style>.*?<\/style>/s, ''), page).not.toMatch(/<style|<[^>]* style=|unsafe-inline/)
  }
})

test('the theme switch answers without a script that is loaded, is remembered, and lets go when it agrees with the system', async () => {
  const { page, scripts } = await openPage(note)
  expect(await theme(page)).toBe('light')
  await page.click('[data-theme-switch]')
  expect(await theme(page)).toBe('dark')
  await page.reload()
  expect(await theme(page)).toBe('dark')
  await page.click('[data-theme-switch]')
  expect(
    await page.evaluate(() => [document.documentElement.dataset.themeChoice, localStorage.length]),
  ).toEqual(['system', 0])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
  expect(scripts).toEqual([])
})

test('a page to which the reader goes back has the theme chosen meanwhile', async () => {
  const { page } = await openPage('ops/')
  await page.evaluate(() => {
    localStorage.setItem('theme-fullmesh', 'dark')
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  expect(await theme(page)).toBe('dark')
})

test('without JavaScript the theme is that of the system', async () => {
  const background = async (dark: boolean) => {
    const { page } = await openPage(note, { js: false, dark })
    return page.evaluate('getComputedStyle(document.body).backgroundColor')
  }
  expect(await background(true)).not.toBe(await background(false))
})

test('an island loads its module once something comes near, and learns of a click that came first', async () => {
  const { page, errors } = await openPage(note)
  await page.route('**/island.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'window.loaded = (window.loaded ?? 0) + 1' }),
  )
  await page.evaluate(() => {
    const island = document.createElement('div')
    island.id = 'island'
    island.dataset.island = '/island.js'
    const button = document.createElement('button')
    button.dataset.action = 'run'
    button.textContent = 'Run'
    island.append(button)
    document.body.prepend(island)
  })
  await page.hover('#island button')
  await page.waitForFunction(() => 'loaded' in window)
  await page.click('#island button')
  const state = () =>
    page.evaluate(() => [Reflect.get(window, 'loaded'), document.getElementById('island')?.dataset.clicked])
  expect(await state()).toEqual([1, 'run'])
  await page.evaluate(() => {
    const island = document.getElementById('island') as HTMLElement
    delete island.dataset.clicked
    island.dataset.ready = ''
  })
  await page.click('#island button')
  expect(await state()).toEqual([1, undefined])
  expect(errors).toEqual([])
})

test('a click whose module cannot be loaded does nothing later, when another click loads the module', async () => {
  const { page, context } = await openPage('questions/no-second-subflow/')
  await context.route('**/run/example.*.js', (route) => route.abort())
  const example = page.locator('full-mesh-example')
  await example.first().locator('[data-action=edit]').click()
  await page.getByRole('alert').waitFor()
  await context.unroute('**/run/example.*.js')
  const clicked = () => page.locator('[data-clicked]').count()
  expect(await clicked()).toBe(0)
  await example.nth(1).locator('[data-action=run]').click()
  await example.nth(1).and(page.locator('[data-outcome]')).waitFor()
  expect(await example.first().locator('[data-action=edit]').isEnabled()).toBe(true)
  expect(await page.locator('[data-edited]').count()).toBe(0)
})

test('a block of code is copied as it was written, and the button confirms it', async () => {
  const { page, context, scripts } = await openPage('')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => {
    const [block, pre, token, button] = ['div', 'pre', 'i', 'button'].map((name) =>
      document.createElement(name),
    ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement]
    token.textContent = 'c()'
    pre.append('if (a < b)\n  ', token)
    button.dataset.copy = ''
    button.textContent = 'copy'
    block.append(pre, button)
    document.querySelector('main')?.append(block)
  })
  await page.locator('[data-copy]').last().click()
  await page.waitForFunction(() => document.querySelector('[data-copied]'))
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('if (a < b)\n  c()')
  expect(scripts).toEqual([])
})

test('a link to report a mistake names the section or the step that the reader is at', async () => {
  const { page, scripts } = await openPage(note)
  // The site was built without the address of a repository, so its pages have no such link.
  expect(await page.locator('[data-report]').count()).toBe(0)
  const addressAt = (hash: string) =>
    page.evaluate((hash) => {
      location.hash = hash
      const link = document.createElement('a')
      link.dataset.report = ''
      link.href = 'https://a.example/issues/new?body=Place%3A%20%2Fnote%2F%23when'
      link.addEventListener('click', (event) => event.preventDefault())
      document.body.append(link)
      link.click()
      return new URL(link.href).searchParams.get('body')
    }, hash)
  expect(await addressAt('backup')).toBe('Place: /note/#backup')
  expect(scripts).toEqual([])
  expect(await addressAt('walk-initial-address-not-announced.12')).toBe(
    'Place: /note/#walk-initial-address-not-announced.12',
  )
})

test.each([390, 1280])('a link to a section far below stands at its heading, %i px wide', async (width) => {
  const { page } = await openPage('questions/no-second-subflow/#fix', { width })
  const bar = (await page.locator('.bar').boundingBox())?.height ?? 0
  const stands = async () => {
    await page.waitForFunction(() => scrollY > 1000)
    // What comes near the window is laid out in the next frames.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const top = await page.locator('#fix').evaluate((element) => element.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(bar)
    expect(top).toBeLessThan(bar + 40)
  }
  await stands()
  await page.evaluate(() => scrollTo(0, 0))
  await page
    .locator('.sections a[href="#fix"]')
    .first()
    .evaluate((link) => (link as HTMLElement).click())
  await stands()
})

test('the first stop of the keyboard leads past the contents', async () => {
  const { page } = await openPage(note)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

test('an address without a page shows that there is none, and a link back', async () => {
  const { page } = await openPage('no/such/page')
  expect(await page.locator('h1 > :visible').textContent()).toBe('页面不存在')
  await page.click('main a')
  await page.waitForURL(address(''))
})
