import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'

export type LanguageTag = 'zh-Hans' | 'en'
export const languages: LanguageTag[] = ['zh-Hans', 'en']

export interface View {
  /** @default 'zh-Hans' */
  lang?: LanguageTag
  /** With JavaScript? @default true */
  js?: boolean
  /** @default 1280 */
  width?: number
  /** A finger instead of a mouse. @default false */
  touch?: boolean
  /** @default false */
  dark?: boolean
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** Errors in the console, uncaught exceptions, and what the content security policy refused. */
  errors: string[]
  /** The addresses of requests to other hosts than the site. */
  otherHosts: string[]
  /** Scripts requested, by path. */
  scripts: string[]
}

/**
 * How long Playwright waits for something, in ms: longer than anything takes, and less than a test may, so that the
 * error names what did not come.
 */
const waitTimeout = 120_000

/** One for all files of tests; it ends with the browser. */
let browser: Promise<Browser> | undefined

/** The address of `path` (`ops/new-session/`) in a language. */
export function address(path: string, lang: LanguageTag = 'zh-Hans'): string {
  return `${inject('site')}${lang === 'en' ? 'en/' : ''}${path}`
}

/**
 * Opens a page of the site as one reader would see it, and notes errors and requests.
 *
 * The page is closed when the test ends.
 */
export async function openPage(path: string, view: View = {}): Promise<Visit> {
  const { lang = 'zh-Hans', js = true, width = 1280, touch = false, dark = false } = view
  browser ??= chromium.connect(inject('browser'))
  const context = await (await browser).newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: js,
    hasTouch: touch,
    isMobile: touch,
    locale: lang === 'en' ? 'en-GB' : 'zh-CN',
  })
  context.setDefaultTimeout(waitTimeout)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const visit: Visit = { page, context, errors: [], otherHosts: [], scripts: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') visit.errors.push(message.text())
  })
  page.on('pageerror', (error) => visit.errors.push(String(error)))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (
      url.protocol !== 'data:' &&
      url.protocol !== 'blob:' &&
      url.origin !== new URL(inject('site')).origin
    ) {
      visit.otherHosts.push(url.href)
    }
    if (request.resourceType() === 'script') visit.scripts.push(url.pathname)
  })
  await page.goto(address(path, lang))
  return visit
}

/** Clicks on something that needs React, and waits until React is there. */
export async function wakeReact(page: Page): Promise<void> {
  await page.evaluate(() => {
    const waker = document.createElement('button')
    waker.dataset.wake = ''
    document.body.append(waker)
    waker.click()
  })
  await reactAwake(page)
}

export async function reactAwake(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true')
}

/**
 * Lets 10 s pass in the page at once, so that a test of what does not happen depends on no real time: every timer that
 * is due within them has run afterwards.
 *
 * Timers that were set before {@link holdClock} are not among them.
 */
export async function passTime(page: Page): Promise<void> {
  await page.clock.runFor(10_000)
}

/** From now on the page's timers run by a clock that {@link passTime} can set forward. It goes as the real one does. */
export async function holdClock(page: Page): Promise<void> {
  await page.clock.install()
}

/** Writes `text` in the place of all that is in an editor. A click right behind the keys could overtake them. */
export async function writeOver(editor: Locator, text: string): Promise<void> {
  const keyboard = editor.page().keyboard
  await editor.focus()
  await keyboard.press('Control+A')
  const change = await editor.evaluateHandle((element) => {
    const seen = new Promise<void>((resolve) => {
      const options = { childList: true, characterData: true, subtree: true }
      new MutationObserver(() => resolve()).observe(element, options)
    })
    return { seen }
  })
  await keyboard.insertText(text)
  await change.evaluate(({ seen }) => seen)
}

/** Gives the page a slow connection: 150 ms of latency, 1.6 Mbit/s. */
export async function slowDown({ page, context }: Visit): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 100_000,
  })
}
