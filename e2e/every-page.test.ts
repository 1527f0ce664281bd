import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pathOf } from '../reference/languages.ts'
import { violations } from './support/axe.ts'
import { address, languages, openPage } from './support/page.ts'
import { count, goTo, start, walkOf } from './support/walk.ts'

/** The pages of the built site, in all languages. */
const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('index.html'))
  .map((name) => name.slice(0, -'index.html'.length))

/** Pages with much of what a page can show. */
const richPages = ['', 'ops/new-session/', 'reference/symbols/', 'then-and-now/limits/', 'learn/slots/']

/** Shows what is folded, and the controls that need scripts. No script runs: it would load the elements that get the focus. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.themeChoice = 'system'
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details')) details.open = true
  })
}

/** Returns the elements that show nothing when Tab gives them the focus. */
async function withoutFocusStyle(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab') // from here on the focus is that of the keyboard
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    )
    return [...all].flatMap((element) => {
      element.focus({ preventScroll: true })
      if (document.activeElement !== element) return []
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        ? []
        : element.outerHTML.slice(0, 120)
    })
  })
}

/** Returns texts whose element says another language than they are in. Names and commands in a line of code have none. */
async function inWrongLanguage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: element, textContent: text = '' } = texts.currentNode
      const lang = element?.closest('[lang]')?.getAttribute('lang') ?? ''
      const isHan = /\p{Script=Han}/u.test(text ?? '')
      const isName = element?.closest('svg, :not(pre) > code')
      const words = element?.matches('pre i.c') ? 3 : 5
      const isEnglish =
        !isHan && !isName && new RegExp(`(\\b[a-z]{2,}\\b,?\\s){${words},}`, 'i').test(text ?? '')
      if ((isHan && !/^(zh|ja)/.test(lang)) || (isEnglish && !lang.startsWith('en')))
        found.push(`${lang}: ${text?.slice(0, 80)}`)
    }
    return found
  })
}

/** Returns what is wider than the window, and texts that are cut off at the side. The name of the site is shortened. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const wide = scrollWidth > clientWidth ? [`the page: ${scrollWidth} > ${clientWidth} px`] : []
    const cut = [...document.querySelectorAll('body :not(.bar__title)')].flatMap((element) => {
      if (element.clientWidth < 3 || element.scrollWidth <= element.clientWidth + 1) return []
      const { overflowX } = getComputedStyle(element)
      return /hidden|clip/.test(overflowX) && element.checkVisibility()
        ? [element.outerHTML.slice(0, 120)]
        : []
    })
    return [...wide, ...cut]
  })
}

/** Returns the first words of tables that are wider than the text, and so cover the list of sections. */
async function besideText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const right = document.querySelector('.markdown')?.getBoundingClientRect().right ?? 0
    return [...document.querySelectorAll('.markdown table')]
      .filter((table) => table.getBoundingClientRect().right > right + 1)
      .map((table) => table.textContent.slice(0, 80))
  })
}

test.each(languages)(
  'every page in %s shows the focus, says the language of its texts, and fits a phone, a desk, and the window with texts of double size and at zoom 4',
  async (lang) => {
    const { page, context } = await openPage('', { lang, js: false })
    const devtools = await context.newCDPSession(page)
    const setText = (standard: number) =>
      devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: (standard * 13) / 16 } })
    const others = languages.filter((other) => other !== lang).map(pathOf)
    const own = pages.filter(
      (name) => name.startsWith(pathOf(lang)) && !others.some((path) => path && name.startsWith(path)),
    )
    expect(own.length).toBeGreaterThan(80)
    const problems: Record<string, unknown> = {}
    for (const name of own) {
      const path = name.slice(pathOf(lang).length)
      await page.goto(address(path, lang))
      await unfold(page)
      const focus = await withoutFocusStyle(page)
      const language = await inWrongLanguage(page)
      await page.setViewportSize({ width: 320, height: 256 })
      const at400 = await tooWide(page)
      await page.setViewportSize({ width: 360, height: 800 })
      const onPhone = await tooWide(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await setText(32)
      const at200 = await tooWide(page)
      await setText(16)
      const onDesk = await besideText(page)
      const found = Object.entries({ focus, language, at400, onPhone, at200, onDesk }).filter(
        ([, list]) => list.length > 0,
      )
      if (found.length > 0) problems[name] = Object.fromEntries(found)
    }
    expect(problems).toEqual({})
  },
  300_000,
)

// The only font of the other tests is DejaVu: this one runs once more, with the width that Chinese texts have for readers.
test.runIf(process.env.FONTS === 'noto')(
  'with a Chinese font no page is wider than the screen of a phone',
  async () => {
    const { page } = await openPage('', { width: 360, js: false })
    const wide: string[] = []
    for (const path of pages) {
      await page.goto(address(path))
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 360) wide.push(`${path} ${width}`)
    }
    expect(wide).toEqual([])
  },
)

/** Opens the stage of the first walk of a page, at a step that changes something. */
async function openStage(page: Page): Promise<void> {
  await goTo(await start(walkOf(page)), 46)
}

test.each(languages)('nothing moves by itself if the reader wants less motion, in %s', async (lang) => {
  const { page } = await openPage('ops/new-session/', { lang })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openStage(page)
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element)
      const isStill = animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration)
      return isStill ? [] : element.outerHTML.slice(0, 120)
    }),
  )
  expect(moving).toEqual([])
})

test.each(
  languages.flatMap((lang) => richPages.map((path, index) => [path, { lang, dark: index % 2 > 0 }] as const)),
)('with more contrast, texts on "/%s" have a contrast of 7, for %o', async (path, view) => {
  const { page } = await openPage(path, view)
  await page.emulateMedia({ contrast: 'more' })
  if (path === 'ops/new-session/') await openStage(page)
  expect(await violations(page, undefined, ['color-contrast-enhanced'])).toEqual([])
})

test.each(languages)('in forced colours the state of a walk needs no background, in %s', async (lang) => {
  const { page } = await openPage('ops/new-session/', { lang })
  await page.emulateMedia({ forcedColors: 'active' })
  await openStage(page)
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outline('.stage__lines [data-now]')).toBe('solid')
  expect(await outline('.stage__lines li:not([data-now])')).toBe('none')

  await goTo(walkOf(page), 1)
  const colourOf = (action: string) =>
    page.locator(`.stage [data-action=${action}]`).evaluate((button) => getComputedStyle(button).color)
  expect(await colourOf('back'), 'there is no step before the first').not.toBe(await colourOf('over'))

  // The mark of the context is a border, in the colour of its word.
  const { mark, word } = await page.locator('.stage .call-stack__context').evaluate((context) => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(context, '::before')
    return { mark: [borderTopWidth === '0px', borderTopColor], word: getComputedStyle(context).color }
  })
  expect(mark).toEqual([false, word])

  // Lines of the mesh are in a colour of the system, and so is a text.
  const colours = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('p'))
    const system = ['CanvasText', 'Canvas', 'GrayText', 'Highlight', 'LinkText'].map((name) => {
      probe.style.color = name
      return getComputedStyle(probe).color
    })
    const lines = [...document.querySelectorAll('.mesh line, .mesh rect')].map(
      (line) => getComputedStyle(line).stroke,
    )
    return { system, lines: [...new Set(lines)].filter((stroke) => stroke !== 'none') }
  })
  expect(colours.lines.length).toBeGreaterThan(0)
  expect(colours.system).toEqual(expect.arrayContaining(colours.lines))
})

test.each(languages)('in forced colours a pressed button differs from the others, in %s', async (lang) => {
  const { page } = await openPage('', { lang })
  await page.emulateMedia({ forcedColors: 'active' })
  const button = page.locator('full-mesh-pair [data-action=toggle]').first()
  const background = () => button.evaluate((element) => getComputedStyle(element).backgroundColor)
  const before = await background()
  await button.click()
  await page.locator('full-mesh-pair [aria-pressed=true]').waitFor()
  expect(await background()).not.toBe(before)
})

test.each(languages)(
  'at zoom 4 a walk can be stepped through, and its code be scrolled into view, in %s',
  async (lang) => {
    const { page } = await openPage('ops/new-session/', { lang, width: 320 })
    await page.setViewportSize({ width: 320, height: 256 })
    const walk = await start(walkOf(page))
    await page.locator('[data-stage] [data-main]').click()
    expect(await count(walk)).toMatch(/^2 /)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.locator('[data-stage] [data-tab=code]').click()
    const code = page.locator('[data-stage] .stage__lines [data-now]').first()
    await code.evaluate((line) => line.scrollIntoView({ block: 'center' }))
    const { bottom, controls } = await code.evaluate((line) => ({
      bottom: line.getBoundingClientRect().bottom,
      controls: document.querySelector('.stage__controls')?.getBoundingClientRect().top ?? 0,
    }))
    expect(bottom).toBeLessThanOrEqual(controls)
  },
)
