/**
 * `npm run bench`: what the page of `new-session` weighs and how fast it answers, as a table.
 *
 * It measures the site as it is built right now, and asserts nothing.
 */

import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { ensureChromium, launchOptions } from './browser.ts'
import { run } from './run.ts'
import { serve } from './static-server.ts'

const note = 'ops/new-session/'
const repeats = 20
const example = 'full-mesh-example'

const buildTimes = [
  ['build, Chinese', await timeOfBuild('zh-Hans')],
  ['build, English', await timeOfBuild('en')],
  ['build, both', await timeOfBuild()],
] as const

const site = await serve('build')
const browser = await chromium.launch({ ...launchOptions, executablePath: ensureChromium() })

print(['what the page asks for (gzip)', 'JS KiB', 'CSS KiB', 'requests'], await weigh(browser))
print(
  ['click to result, median of 20', 'ms', 'ms, CPU 4× slower'],
  [
    ['cold, moved there and clicked at once', await cold(browser, 1, 0), await cold(browser, 4, 0)],
    ['cold, the pointer there 80 ms before: a tap', await cold(browser, 1, 80), await cold(browser, 4, 80)],
    ['cold, the pointer there 400 ms before', await cold(browser, 1, 400), await cold(browser, 4, 400)],
    ['warm', await warm(browser, 1), await warm(browser, 4)],
  ],
)
print(['time', 's'], buildTimes)

await browser.close()
await site.close()

async function timeOfBuild(locale?: string): Promise<string> {
  const start = performance.now()
  const { failed, output } = await run('docusaurus', ['build', ...(locale ? ['--locale', locale] : [])])
  if (failed) throw new Error(output)
  return ((performance.now() - start) / 1000).toFixed(1)
}

/** What has been fetched before Run, after it, and after the first edit. */
async function weigh(browser: Browser): Promise<string[][]> {
  const page = await browser.newPage()
  const seen = new Map<string, Promise<{ type: string; bytes: number }>>()
  page.on('response', (response) => {
    if (!response.url().startsWith('http')) return
    const sized = response.body().then((body) => ({
      type: /\.(js|css)$/.exec(new URL(response.url()).pathname)?.[1] ?? '',
      bytes: gzipSync(body, { level: 9 }).length,
    }))
    seen.set(response.url(), sized)
  })
  const rows: string[][] = []
  const weighUp = async (when: string) => {
    await page.waitForTimeout(1000)
    const files = await Promise.all(seen.values())
    const kib = (type: string) =>
      (files.filter((file) => file.type === type).reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(
        1,
      )
    rows.push([when, kib('js'), kib('css'), String(seen.size)])
  }
  await page.goto(site.url + note)
  await weighUp('before Run')
  await clickRun(page)
  await weighUp('after Run')
  await page.locator(example).first().locator('[data-action=edit]').click()
  await page.locator(`${example} .cm-content`).first().waitFor()
  await weighUp('after the first edit')
  await page.close()
  return rows
}

/** The first click on a page, over and over, `hover` ms after the pointer came to the button. */
async function cold(browser: Browser, slower: number, hover: number): Promise<string> {
  const times: number[] = []
  for (let i = 0; i < repeats; i++) {
    const page = await open(browser, slower)
    times.push(await clickRun(page, hover))
    await page.context().close()
  }
  return median(times)
}

async function warm(browser: Browser, slower: number): Promise<string> {
  const page = await open(browser, slower)
  await clickRun(page)
  const times: number[] = []
  for (let i = 0; i < repeats; i++) {
    await page.waitForTimeout(500)
    times.push(await clickRun(page))
  }
  await page.context().close()
  return median(times)
}

async function open(browser: Browser, slower: number): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url + note, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return page
}

/** Clicks the first Run and returns how long the page took, from the click to the drawn results. */
async function clickRun(page: Page, hover = 0): Promise<number> {
  const button = page.locator(`${example} [data-action=run]`).first()
  await page.evaluate((example) => {
    const element = document.querySelector<HTMLElement>(example) as HTMLElement
    delete element.dataset.outcome
    Object.assign(window, {
      measured: new Promise<number>((resolve) => {
        let start = 0
        element.addEventListener(
          'click',
          () => {
            start = performance.now()
          },
          { capture: true, once: true },
        )
        const observer = new MutationObserver(() => {
          if (!element.dataset.outcome) return
          observer.disconnect()
          resolve(performance.now() - start)
        })
        observer.observe(element, { attributes: true })
      }),
    })
  }, example)
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error('there is no Run to click')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  if (hover) await page.waitForTimeout(hover)
  await page.mouse.down()
  await page.mouse.up()
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured)
}

function median(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0).toFixed(0)
}

function print(head: string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) =>
          column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('   '),
    )
  }
  console.log()
}
