/**
 * `npm run bench`: the size of the page of `new-session` and its response times, as tables.
 *
 * It builds the site first. It asserts nothing.
 */

import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { labelOf, languages, tagOf } from '../../reference/languages.ts'
import { type BareBrowser, type BarePage, launchBare } from '../browser/bare-browser.ts'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { serve } from '../serve/static-server.ts'
import { printTable } from '../terminal/print-table.ts'
import { run } from '../terminal/run.ts'

const path = 'ops/new-session/'
const repeats = 20
const example = 'full-mesh-example'

const buildTimes: [string, string][] = []
for (const language of languages)
  buildTimes.push([`build, ${labelOf(language)}`, await timeOfBuild(tagOf(language))])
buildTimes.push(['build, all', await timeOfBuild()])

const site = await serve('build')
const executablePath = ensureChromium()
const browser = await chromium.launch({ ...launchOptions, executablePath })
printTable(['what the page asks for (gzip)', 'JS KiB', 'CSS KiB', 'requests'], await weigh(browser))
await browser.close()

const bare = await launchBare(executablePath, launchOptions.args)
printTable(
  ['click to result, median of 20', 'ms', 'ms, CPU 4× slower'],
  [
    ['cold, moved there and clicked at once', await cold(bare, 1, 0), await cold(bare, 4, 0)],
    ['cold, the pointer there 80 ms before: a tap', await cold(bare, 1, 80), await cold(bare, 4, 80)],
    ['cold, the pointer there 400 ms before', await cold(bare, 1, 400), await cold(bare, 4, 400)],
    ['warm', await warm(bare, 1), await warm(bare, 4)],
  ],
)
printTable(['time', 's'], buildTimes)

await bare.close()
await site.close()

async function timeOfBuild(locale?: string): Promise<string> {
  const start = performance.now()
  const { failed, output } = await run('docusaurus', ['build', ...(locale ? ['--locale', locale] : [])])
  if (failed) throw new Error(output)
  return ((performance.now() - start) / 1000).toFixed(1)
}

/** Measures what has been fetched before Run, after it, and after the first edit. */
async function weigh(browser: Browser): Promise<string[][]> {
  const page = await browser.newPage()
  const seen = new Set<string>()
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url())
    if (site.url.startsWith(origin)) seen.add(pathname)
  })
  const rows: string[][] = []
  const weighUp = async (when: string) => {
    await page.waitForTimeout(1000)
    const kib = async (type: string) => {
      const files = [...seen].filter((path) => path.endsWith(type))
      const texts = await Promise.all(files.map((path) => readFile(`build${path}`)))
      return (texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1024).toFixed(1)
    }
    rows.push([when, await kib('.js'), await kib('.css'), String(seen.size)])
  }
  await page.goto(site.url + path)
  await weighUp('before Run')
  await page.locator(`${example} [data-action=run]`).first().click()
  await page.locator(`${example}[data-outcome]`).first().waitFor()
  await weighUp('after Run')
  await page.locator(example).first().locator('[data-action=edit]').click()
  await page.locator(`${example} .cm-content`).first().waitFor()
  await weighUp('after the first edit')
  await page.close()
  return rows
}

/** Measures the first click on a new page, `hover` ms after the pointer has reached the button. */
async function cold(browser: BareBrowser, slower: number, hover: number): Promise<string> {
  const times: number[] = []
  for (let i = 0; i < repeats; i++) {
    const page = await open(browser, slower)
    times.push(await timeOfRun(page, hover))
    await page.close()
  }
  return median(times)
}

async function warm(browser: BareBrowser, slower: number): Promise<string> {
  const page = await open(browser, slower)
  await timeOfRun(page, 0)
  const times: number[] = []
  for (let i = 0; i < repeats; i++) {
    await sleep(500)
    times.push(await timeOfRun(page, 0))
  }
  await page.close()
  return median(times)
}

async function open(browser: BareBrowser, slower: number): Promise<BarePage> {
  const page = await browser.open(site.url + path)
  await sleep(300) // until the work after loading is done
  await page.slowDown(slower)
  return page
}

/** Clicks the first Run, and returns the time from the click to the drawn results, in ms. */
async function timeOfRun(page: BarePage, hover: number): Promise<number> {
  const { x, y } = await page.evaluate<{ x: number; y: number }>(`(${watchRun})('${example}')`)
  await page.mouse('mouseMoved', x, y)
  if (hover) await sleep(hover)
  await Promise.all([page.mouse('mousePressed', x, y), page.mouse('mouseReleased', x, y)])
  return page.evaluate('measured')
}

/** Runs in the page: sets `measured` to the time of the next run, in ms. @returns the position of Run, in px */
function watchRun(example: string): { x: number; y: number } {
  const element = document.querySelector<HTMLElement>(example) as HTMLElement
  delete element.dataset.outcome
  let start = 0
  const onClick = () => {
    start = performance.now()
  }
  element.addEventListener('click', onClick, { capture: true, once: true })
  const measured = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!element.dataset.outcome) return
      observer.disconnect()
      resolve(performance.now() - start)
    }).observe(element, { attributes: true })
  })
  Object.assign(window, { measured })
  const button = element.querySelector('[data-action=run]') as HTMLElement
  button.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = button.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}

function median(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0).toFixed(0)
}
