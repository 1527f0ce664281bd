import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import {
  completeLanguages,
  defaultLanguage,
  type Language,
  pathOf,
  tagOf,
} from '../../reference/languages.ts'

/** The languages in which tests open pages: those that have all texts. */
export const languages = completeLanguages

/** The settings of a browser window. */
export interface View {
  /** Default: the default language. */
  lang?: Language
  /** JavaScript is enabled. @default true */
  js?: boolean
  /** In px. @default 1280 */
  width?: number
  /** A touch screen instead of a mouse. @default false */
  touch?: boolean
  /** The dark theme. @default false */
  dark?: boolean
}

/** An open page, and what was recorded while it was open. */
export interface Visit {
  page: Page
  context: BrowserContext
  /** Errors in the console, uncaught exceptions, and violations of the content security policy. */
  errors: string[]
  /** The addresses of requests to other hosts than the site. */
  otherHosts: string[]
  /** Scripts requested, by path. */
  scripts: string[]
}

/**
 * Playwright's timeout, in ms. It is shorter than that of a test, so that the error names what did not happen.
 */
const waitTimeout = 120_000

/** The connection to the browser, one for all files of tests. */
let browser: Promise<Browser> | undefined

/** Returns the address of `path` (`ops/new-session/`) in a language. */
export function address(path: string, lang: Language = defaultLanguage): string {
  return `${inject('site')}${pathOf(lang)}${path}`
}

/**
 * Opens a page of the site, and records errors and requests.
 *
 * The page is closed when the test ends.
 */
export async function openPage(path: string, view: View = {}): Promise<Visit> {
  const { lang = defaultLanguage, js = true, width = 1280, touch = false, dark = false } = view
  browser ??= chromium.connect(inject('browser'))
  const context = await (await browser).newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: js,
    hasTouch: touch,
    isMobile: touch,
    locale: tagOf(lang),
  })
  context.setDefaultTimeout(waitTimeout)
  onTestFinished(() => context.close())
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
        console.error(`security policy, ${effectiveDirective}: ${blockedURI} in ${sourceFile}:${lineNumber}`),
    )
  })
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

/**
 * Sets the page's clock forward by 10 s, and runs every timer that is due within this time.
 *
 * Timers that were set before {@link holdClock} do not run.
 */
export async function passTime(page: Page): Promise<void> {
  await page.clock.runFor(10_000)
}

/** Installs a clock for the page's timers. It runs in real time, and {@link passTime} can set it forward. */
export async function holdClock(page: Page): Promise<void> {
  await page.clock.install()
}

/** Replaces the text of an editor, and waits until it has changed: an immediate click could come before the change. */
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
