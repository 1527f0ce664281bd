/**
 * `npm run bench:site [-- --alone]`: what a reader waits for, beside what was asked for, and beside the same pages built
 * with other generators (not with `--alone`).
 *
 * It builds the site first: from nothing, and again. It asserts nothing.
 */

import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { type BareBrowser, type BarePage, launchBare } from '../../browser/bare-browser.ts'
import { ensureChromium, launchOptions } from '../../browser/browser.ts'
import { serve } from '../../serve/static-server.ts'
import { printTable } from '../../terminal/print-table.ts'
import { run } from '../../terminal/run.ts'
import { measureSearch } from '../measure-search.ts'
import { buildPeers, type PeerSite } from './peers.ts'
import { conditions, median, type Visit, visit } from './visit.ts'

/** The page with examples. */
const path = 'ops/new-session/'
const repeats = 20
const example = 'full-mesh-example'

/** How many pages are visited: those at equal distances in the list of pages by size. */
const visited = 10

for (const made of ['node_modules/.cache', '.docusaurus', 'build'])
  await rm(made, { recursive: true, force: true })
const builds = [await timeOfBuild(), await timeOfBuild(), await timeWithChange(`docs/${path}`)]
printTable(
  ['build of all languages', 's', 'asked'],
  [
    ['from nothing', builds[0] ?? '', '25'],
    ['again', builds[1] ?? '', '8'],
    ['with a sentence more on one page', builds[2] ?? '', '15'],
  ],
)

const executablePath = ensureChromium()
const browser = await chromium.launch({ ...launchOptions, executablePath })
const site = await serve('build', 0, '/', true)
printTable(
  ['what an example asks for (gzip)', 'script, KiB', 'asked', 'style, KiB', 'requests'],
  await weigh(browser),
)

const pages = await pagesBySize('build')
const own: PeerSite = {
  name: 'this site',
  folder: 'build',
  addressOf: (page) => (page === 'index' ? '' : `${page}/`),
}
const others = process.argv.includes('--alone') ? [] : await buildPeers('build')
await compare([own, ...others])
await browser.close()

const bare = await launchBare(executablePath, launchOptions.args)
printTable(
  [`click on Run to result, median of ${repeats}`, 'ms', 'asked', 'CPU 4×, ms', 'asked'],
  [
    ['moved there and clicked at once', await cold(bare, 1, 0), '50', await cold(bare, 4, 0), '100'],
    ['tap: the pointer there 80 ms before', await cold(bare, 1, 80), '40', await cold(bare, 4, 80), '60'],
    [
      'hovered: the pointer there 400 ms before',
      await cold(bare, 1, 400),
      '12',
      await cold(bare, 4, 400),
      '30',
    ],
    ['warm', await warm(bare, 1), '16', await warm(bare, 4), '20'],
  ],
)
await bare.close()

printTable(
  [
    'first search (asked: 160 KiB, 250 ms, 1,000 ms)',
    'most bytes (gzip)',
    'files',
    'ms',
    'ms, 1.6 Mbit/s, 150 ms',
  ],
  await measureSearch('build'),
)
await site.close()

async function timeOfBuild(): Promise<string> {
  const start = performance.now()
  const { failed, output } = await run('node', [
    '--import',
    './tools/node/typescript.mjs',
    'tools/serve/build.ts',
  ])
  if (failed) throw new Error(output)
  return ((performance.now() - start) / 1000).toFixed(1)
}

/** Builds with a sentence more on a page, and then as it was. */
async function timeWithChange(address: string): Promise<string> {
  const file = `${address.replace(/\/$/, '')}.mdx`
  const text = await readFile(file, 'utf8')
  try {
    await writeFile(file, `${text}\n这一句只用于测量构建的时间。\n`)
    return await timeOfBuild()
  } finally {
    await writeFile(file, text)
    await timeOfBuild()
  }
}

/** Returns pages from the smallest to the largest, at equal distances: `ops/new-session`, `index`. */
async function pagesBySize(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
  const sizes = new Map<string, number>()
  for (const name of names) sizes.set(name.replace(/\.md$/, ''), (await readFile(`${folder}/${name}`)).length)
  const sorted = [...sizes.keys()].toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0))
  return Array.from(
    { length: visited },
    (_, at) => sorted[Math.floor(((at + 0.5) * sorted.length) / visited)] ?? '',
  )
}

/** Visits the pages of each site under each condition, and prints the medians. */
async function compare(sites: readonly PeerSite[]): Promise<void> {
  const rows: Record<'bytes' | 'first' | 'largest' | 'blocked' | 'inAll', string[][]> = {
    ...{ bytes: [], first: [], largest: [], blocked: [], inAll: [] },
  }
  for (const { name, folder, addressOf } of sites) {
    const server = await serve(folder, 0, '/', true)
    const visits: Visit[][] = []
    for (const condition of conditions) {
      const seen: Visit[] = []
      for (const page of pages) seen.push(await visit(browser, server.url + addressOf(page), condition))
      visits.push(seen)
    }
    await server.close()
    const middle = (of: (visit: Visit) => number) => visits.map((seen) => median(seen.map(of)))
    const kib = (bytes = 0) => (bytes / 1024).toFixed(1)
    const [bytes = 0] = middle(({ bytes }) => bytes)
    const [script = 0] = middle(({ scriptBytes }) => scriptBytes)
    const [requests = 0] = middle(({ requests }) => requests)
    rows.bytes.push([name, kib(bytes), kib(script), String(requests)])
    rows.first.push([name, ...middle(({ firstPaint }) => firstPaint).map((ms) => ms.toFixed(0))])
    rows.largest.push([name, ...middle(({ largestPaint }) => largestPaint).map((ms) => ms.toFixed(0))])
    rows.blocked.push([name, ...middle(({ blocked }) => blocked).map((ms) => ms.toFixed(0))])
    rows.inAll.push([name, ...middle(({ blockedInAll }) => blockedInAll).map((ms) => ms.toFixed(0))])
  }
  const names = conditions.map(({ name }) => name)
  printTable(
    ['before the first action, median page (asked: 20 KiB, 0, 3)', 'KiB', 'script, KiB', 'requests'],
    rows.bytes,
  )
  printTable(['first contentful paint, ms (asked: before each)', ...names], rows.first)
  printTable(['largest contentful paint, ms (asked: before each)', ...names], rows.largest)
  printTable(['total blocking time, after the first paint, ms (asked: 0)', ...names], rows.blocked)
  printTable(['the same, before the first paint too, ms', ...names], rows.inAll)
}

/** Measures what has been fetched before Run, after it, after Edit, and after a run of changed code: all that there is. */
async function weigh(browser: Browser): Promise<string[][]> {
  const page = await browser.newPage()
  const seen = new Set<string>()
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url())
    if (site.url.startsWith(origin)) seen.add(pathname)
  })
  const rows: string[][] = []
  const weighUp = async (when: string, asked: string) => {
    await page.waitForTimeout(1000)
    const kib = async (type: string) => {
      const files = [...seen].filter((path) => path.endsWith(type))
      const texts = await Promise.all(files.map((path) => readFile(`build${path}`)))
      return (texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1024).toFixed(1)
    }
    rows.push([when, await kib('.js'), asked, await kib('.css'), String(seen.size)])
  }
  await page.goto(site.url + path)
  await weighUp('before Run', '0')
  await page.locator(`${example} [data-action=run]`).first().click()
  await page.locator(`${example}[data-outcome]`).first().waitFor()
  await weighUp('after Run', '65')
  await page.locator(example).first().locator('[data-action=edit]').click()
  await page.locator(`${example} .cm-content`).first().waitFor()
  await weighUp('after Edit', '200')
  await page.locator(`${example} .cm-content`).first().pressSequentially(' ')
  await page.locator(example).first().locator('[data-action=run]').click()
  await weighUp('after a run of changed code', '')
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
  return median(times).toFixed(0)
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
  return median(times).toFixed(0)
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
