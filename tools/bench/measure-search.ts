import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { labelOf, languages, pathOf } from '../../reference/languages.ts'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { serve } from '../serve/static-server.ts'

/** Queries of several kinds: a symbol, a part of one, prose, a line of a log, Chinese inside a word. */
const queries = ['create_subflow_worker', 'fm_init', 'ADD_ADDR', 'op new_session(c1)', '套接']

/** A connection with 1.6 Mbit/s and 150 ms. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 }

/**
 * Measures the first search on a new page of the built site, for several queries: from the press on the control, with the
 * query written as soon as the field is there.
 *
 * @returns rows of the language, the bytes of all files that are loaded (gzip, the most of the queries), the number of
 *   files, and the median of the times until the first result stands in the page: unthrottled, with 1.6 Mbit/s and 150 ms
 */
export async function measureSearch(folder: string): Promise<string[][]> {
  const site = await serve(folder, 0, '/', true)
  const browser = await chromium.launch({ ...launchOptions, executablePath: ensureChromium() })
  const rows: string[][] = []
  for (const language of languages) {
    const address = `${site.url}${pathOf(language)}ops/new-session/`
    const fast = await searches(browser, address, false)
    const slowly = await searches(browser, address, true)
    const sizes = await Promise.all(fast.map(({ files }) => sizeOf(folder, files)))
    rows.push([
      labelOf(language),
      `${(Math.max(...sizes) / 1024).toFixed(1)} KiB`,
      String(Math.max(...fast.map(({ files }) => files.length))),
      median(fast.map(({ time }) => time)),
      median(slowly.map(({ time }) => time)),
    ])
  }
  await browser.close()
  await site.close()
  return rows
}

/** A search: the ms until its first result, and the paths of the files that it has loaded. */
interface Searched {
  time: number
  files: string[]
}

async function searches(browser: Browser, address: string, isSlow: boolean): Promise<Searched[]> {
  const found: Searched[] = []
  for (const query of queries) {
    const page = await browser.newPage()
    await page.goto(address, { waitUntil: 'networkidle' })
    if (isSlow) {
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Network.emulateNetworkConditions', slow)
    }
    const files: string[] = []
    page.on('request', (request) => files.push(new URL(request.url()).pathname))
    const time = await page.evaluate(search, query)
    await page.waitForLoadState('networkidle')
    await page.locator('.search__excerpt[data-kind]').last().waitFor()
    await page.close()
    found.push({ time, files })
  }
  return found
}

/** Runs in the page: opens the search, writes the query, and returns the ms until the first result is in the page. */
function search(query: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    let isWritten = false
    new MutationObserver((_, observer) => {
      const field = document.querySelector<HTMLInputElement>('.search input')
      if (field && !isWritten) {
        isWritten = true
        field.value = query
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
      if (!document.querySelector('.search [role=option]')) return
      observer.disconnect()
      resolve(performance.now() - start)
    }).observe(document.body, { childList: true, subtree: true })
    document.querySelector<HTMLElement>('[data-action=search]')?.click()
  })
}

async function sizeOf(folder: string, paths: readonly string[]): Promise<number> {
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path))))
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
}

function median(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0).toFixed(0)
}
