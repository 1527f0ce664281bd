/** Visits of a page in a browser that has nothing of it: what it transfers, and when it is drawn. */

import type { Browser } from 'playwright-core'

/** The network and the processor of a visit. */
export interface Conditions {
  name: string
  /** How many times slower the processor is. */
  slower: number
  /** The bytes per second and the delay in ms; without them, those of this machine. */
  network?: { bytes: number; delay: number }
}

/** The conditions of the targets. */
export const conditions: readonly Conditions[] = [
  { name: 'unthrottled', slower: 1 },
  { name: 'CPU 4×', slower: 4 },
  { name: '1.6 Mbit/s, 150 ms', slower: 1, network: { bytes: 1.6e6 / 8, delay: 150 } },
]

/** What was measured: times in ms, sizes in bytes as they were transferred. */
export interface Visit {
  firstPaint: number
  largestPaint: number
  /** Total blocking time: of each task after the first paint, what exceeds 50 ms. */
  blocked: number
  /** The same of all tasks, also of those before the first paint. */
  blockedInAll: number
  bytes: number
  scriptBytes: number
  requests: number
}

/** Visits a page, and waits until it has come to rest. */
export async function visit(browser: Browser, url: string, { slower, network }: Conditions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  if (network) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.delay,
      downloadThroughput: network.bytes,
      uploadThroughput: network.bytes,
    })
  }
  const scripts = new Set<string>()
  let [bytes, scriptBytes, requests] = [0, 0, 0]
  session.on('Network.responseReceived', ({ requestId, type }) => {
    requests++
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'networkidle' })
  const { tasks, ...times } = await page.evaluate<Seen>('seen')
  await context.close()
  const over = (from: number) =>
    tasks.reduce((sum, { start, end }) => sum + Math.max(0, end - Math.max(start, from) - 50), 0)
  return { ...times, blocked: over(times.firstPaint), blockedInAll: over(0), bytes, scriptBytes, requests }
}

/** What a page has seen: times in ms since the visit began, and the tasks over 50 ms. */
interface Seen {
  firstPaint: number
  largestPaint: number
  tasks: { start: number; end: number }[]
}

/** Runs in the page: collects its times in `seen`. */
function watch(): void {
  const seen: Seen = { firstPaint: 0, largestPaint: 0, tasks: [] }
  Object.assign(window, { seen })
  const on = (type: string, act: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) act(entry)
    }).observe({ type, buffered: true })
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime
  })
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaint = startTime
  })
  on('longtask', ({ startTime, duration }) => {
    seen.tasks.push({ start: startTime, end: startTime + duration })
  })
}

/** Returns the middle of values, the lower one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
