/**
 * `npm run bench:walk`: the size of walks, and the times of the first and the next steps, as tables.
 *
 * It measures the site in `build/`, and every test of the model. It asserts nothing.
 */

import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { defaultLanguage, languages, pathOf } from '../../reference/languages.ts'
import { readExamples } from '../../src/notes/examples.ts'
import type { WalkRecording } from '../../src/recorder/recording.ts'
import { openRecorder } from '../../src/walkthrough/build/record.ts'
import { walkWriter } from '../../src/walkthrough/build/write.ts'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { serve } from '../serve/static-server.ts'
import { printTable } from '../terminal/print-table.ts'

const walk = 'full-mesh-walk'
const repeats = 10

printTable(['what is served (gzip)', 'KiB'], await weigh())
printTable(['every test of the model, recorded', 'median', '95 %', 'most'], await record())

const site = await serve('build')
const browser = await chromium.launch({ ...launchOptions, executablePath: ensureChromium() })
const pages = [
  ['median page', 'ops/new-session/'],
  ['longest walk on a page', await longest()],
] as const
for (const [what, path] of pages) {
  printTable([`${what}: ${path}`, 'ms', 'ms, CPU 4× slower'], await play(browser, path))
}
const { file, length, assets } = await longestScenario()
printTable(
  [`longest scenario: ${file}, ${length} steps`, 'ms', 'ms, CPU 4× slower'],
  await play(browser, 'reference/conformance/', assets),
)
await browser.close()
await site.close()

async function weigh(): Promise<string[][]> {
  const names = await readdir('build/walk')
  const size = async (name: string) => gzipSync(await readFile(`build/walk/${name}`), { level: 9 }).length
  const total = async (isIt: (name: string) => boolean) => {
    const sizes = await Promise.all(names.filter(isIt).map(size))
    return (sizes.reduce((sum, bytes) => sum + bytes, 0) / 1024).toFixed(1)
  }
  return [
    ['player', await total((name) => name.startsWith('player.'))],
    ['its style', await total((name) => name.startsWith('style.'))],
    ['C file and bytes of segments, after the first step', await total((name) => name.startsWith('later.'))],
    ['call stacks', await total((name) => name.startsWith('StackStage.'))],
    [
      'names and call stacks of the kernel',
      await total((name) => name.startsWith('kernel.') && name.endsWith('.json')),
    ],
    ['instrumentation of edited code', await total((name) => name.startsWith('edited.'))],
    [
      'runner, recorder and instrumented model, for edited code',
      await total((name) => name.startsWith('program.')),
    ],
  ]
}

async function record(): Promise<string[][]> {
  const examples = readExamples('examples')
  const walks = await openRecorder('.', examples)
  const [steps, bytes, perStep]: [number[], number[], number[]] = [[], [], []]
  for (const unit of examples.units) {
    for (const test of unit.tests) {
      const recording = await walks.record(unit, test)
      const size = gzipSync(JSON.stringify(recording), { level: 9 }).length
      steps.push(recording.steps.length)
      bytes.push(size)
      perStep.push(size / Math.max(1, recording.steps.length))
    }
  }
  const row = (what: string, values: number[]) => {
    const at = (part: number) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0
    return [what, ...[0.5, 0.95, 1].map((part) => at(part).toFixed(0))]
  }
  return [row('steps', steps), row('bytes (gzip)', bytes), row('bytes per step (gzip)', perStep)]
}

/** Returns the path of the page with the longest walk. */
async function longest(): Promise<string> {
  const files = await readdir('build', { recursive: true })
  let most = { path: '', steps: 0 }
  const others = languages.map(pathOf).filter(Boolean)
  const isPage = (name: string) =>
    name.endsWith('index.html') && !others.some((folder) => name.startsWith(folder))
  for (const file of files.filter(isPage)) {
    const html = await readFile(`build/${file}`, 'utf8')
    const first = html.split('<full-mesh-walk')[1]
    const steps = Number(/class="?walk__all"?[^>]*>\D*(\d+)/.exec(first ?? '')?.[1] ?? 0)
    if (steps > most.steps) most = { path: file.replace(/index\.html$/, ''), steps }
  }
  return most.path
}

/** Returns the recorded scenario with the longest walk, and the texts of the files of this walk, by name. */
async function longestScenario(): Promise<{ file: string; length: number; assets: Map<string, string> }> {
  const examples = readExamples('examples')
  const walks = await openRecorder('.', examples)
  const folder = 'examples/scenario/scenarios'
  let longest: { file: string; recording: WalkRecording } | undefined
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.txt'))) {
    const file = `${folder}/${name}`
    const recording = await walks.recordScenario(file)
    if (recording.steps.length > (longest?.recording.steps.length ?? 0)) longest = { file, recording }
  }
  if (!longest) throw new Error(`${folder}: there is no scenario`)
  const { file, recording } = longest
  const writer = walkWriter('.', defaultLanguage, examples.sources, { frame: '', program: '' })
  const name = await writer.write(file, '', file, recording)
  const assets = new Map(
    writer.assets().map((asset) => [asset.name === name ? 'walk' : asset.name, asset.text]),
  )
  return { file, length: recording.steps.length, assets }
}

/** Measures the walk of a page. @param assets files of a walk that replaces it */
async function play(browser: Browser, path: string, assets?: Map<string, string>): Promise<string[][]> {
  const rows: string[][] = []
  const [first, steps]: [string[], { median: string; late: string }[]] = [[], []]
  for (const slower of [1, 4]) {
    const starts: number[] = []
    for (let i = 0; i < repeats; i++) {
      const page = await open(browser, path, slower, assets)
      starts.push(await timeToFirstStep(page))
      if (i === repeats - 1) steps.push(await timeOfSteps(page))
      await page.context().close()
    }
    first.push(starts.toSorted((a, b) => a - b)[Math.floor(repeats / 2)]?.toFixed(0) ?? '')
  }
  rows.push(['click to the first step, cold, median', ...first])
  rows.push(['a step, median', ...steps.map(({ median }) => median)])
  rows.push(['a step, 95 %', ...steps.map(({ late }) => late)])
  return rows
}

async function open(
  browser: Browser,
  path: string,
  slower: number,
  assets?: Map<string, string>,
): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  if (assets) {
    await page.route('**/walk/*', (route) => {
      const name = route.request().url().split('/').at(-1) ?? ''
      const body = assets.get(/^examples-scenario-.*\.json$/.test(name) ? 'walk' : name)
      return body === undefined ? route.continue() : route.fulfill({ body })
    })
  }
  await page.goto(site.url + path, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return page
}

/** Measures the time from the click until the first step is drawn, in ms. */
async function timeToFirstStep(page: Page): Promise<number> {
  const button = page.locator(`${walk} [data-action=start]`).first()
  await button.scrollIntoViewIfNeeded()
  return button.evaluate((button: HTMLElement) => {
    const start = performance.now()
    button.click()
    return new Promise<number>((resolve) => {
      const look = () => {
        if (document.querySelector('[data-stage] li[data-now]')) resolve(performance.now() - start)
        else requestAnimationFrame(look)
      }
      look()
    })
  })
}

/** Measures the time to draw each step, layout included, in ms. A step begins when the page is idle, as a reader's does. */
async function timeOfSteps(page: Page): Promise<{ median: string; late: string }> {
  await page.waitForSelector('[data-stage] [data-panel=state]')
  return page
    .locator(walk)
    .first()
    .evaluate(async (element: HTMLElement) => {
      const button = element.querySelector<HTMLElement>('[data-action=forward]')
      const count = Number(element.querySelector<HTMLInputElement>('.walk__scrub')?.max)
      const times: number[] = []
      for (let step = 1; step < count; step++) {
        const start = performance.now()
        button?.click()
        element.getBoundingClientRect()
        times.push(performance.now() - start)
        await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)))
      }
      times.sort((a, b) => a - b)
      const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)
      return { median: at(0.5), late: at(0.95) }
    })
}
