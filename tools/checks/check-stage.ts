/**
 * `npm run check:stage`: goes through every step of every recorded walk of the site in `build/`, in all languages, on a
 * desk and on a phone, and reports what is cut (`stage.ts`). Arguments are parts of names: of the walks to go through.
 */

import { type Browser, chromium } from 'playwright-core'
import { languages, pathOf } from '../../reference/languages.ts'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { fontEnvironment, fontsNamed } from '../browser/fonts.ts'
import { serve } from '../serve/static-server.ts'
import { printTable } from '../terminal/print-table.ts'
import { showProgress } from '../terminal/progress.ts'
import { type BuiltWalk, type Cut, cutInSteps, openWalk, walksIn } from './stage.ts'

/** The most messages that are printed. */
const mostMessages = 20

/** The windows in which every walk is gone through. */
const views = languages.flatMap((language) => [
  { language, size: 'desk', width: 1280, height: 800 },
  { language, size: 'phone', width: 390, height: 844 },
])

interface Found extends Cut {
  walk: string
  view: string
}

const parts = process.argv.slice(2)
const site = await serve('build')
const env = { ...process.env, ...fontEnvironment(fontsNamed(process.env.FONTS)) }
const browser = await chromium.launch({ ...launchOptions, env, executablePath: ensureChromium() })
const progress = { walks: 0, all: 0, steps: 0 }
const endProgress = showProgress(
  'stage',
  () => `${progress.walks} of ${progress.all} walks, ${progress.steps} steps`,
)
const all = await Promise.all(views.map(async (view) => ({ view, ...(await goThrough(browser, view)) })))
endProgress()
await browser.close()
await site.close()

const found = all.flatMap(({ found }) => found)
printTable(
  ['language, window', 'walks', 'steps', 'steps with a cut'],
  all.map(({ view, walks, steps, found }) => [
    nameOf(view),
    ...[walks, steps, new Set(found.map(({ walk, step }) => `${walk} ${step}`)).size].map(String),
  ]),
)
for (const message of messagesOf(found)) console.error(message)
process.exit(found.length > 0 ? 1 : 0)

function nameOf({ language, size, width, height }: (typeof views)[number]): string {
  return `${language}, ${size} ${width} × ${height}`
}

async function goThrough(
  browser: Browser,
  view: (typeof views)[number],
): Promise<{ walks: number; steps: number; found: Found[] }> {
  const { language, width, height } = view
  const isChosen = ({ name }: BuiltWalk) => parts.length === 0 || parts.some((part) => name.includes(part))
  const walks = (await walksIn(`build/${pathOf(language)}`)).filter(isChosen)
  progress.all += walks.length
  const page = await browser.newPage({ viewport: { width, height } })
  page.setDefaultTimeout(120_000)
  await page.goto(`${site.url}${pathOf(language)}ops/new-session/`)
  const found: Found[] = []
  let [now, steps] = ['', 0]
  page.on('pageerror', ({ message }) =>
    found.push({ walk: now, view: nameOf(view), step: 0, panel: 'page', what: message }),
  )
  for (const walk of walks) {
    now = walk.name
    const element = await openWalk(page, site.url + pathOf(language), walk)
    const { looked, cuts } = await element.evaluate(cutInSteps, 1)
    found.push(...cuts.map((cut) => ({ ...cut, walk: walk.name, view: nameOf(view) })))
    steps += looked
    progress.steps += looked
    progress.walks += 1
  }
  await page.close()
  return { walks: walks.length, steps, found }
}

/** Returns a message for each kind of cut in a panel and a window: the first place, and how many there are. */
function messagesOf(found: readonly Found[]): string[] {
  const kinds = new Map<string, Found[]>()
  for (const one of found) {
    const kind = `${one.view} ${one.panel} ${one.what.replace(/“.*”/, '').replace(/\d+/g, '')}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), one])
  }
  const sorted = [...kinds.values()].toSorted((a, b) => b.length - a.length)
  const messages = sorted.slice(0, mostMessages).map((alike) => {
    const [{ walk, step, view, panel, what }] = alike as [Found]
    const walks = new Set(alike.map(({ walk }) => walk)).size
    const all = alike.length > 1 ? ` (${alike.length} times in ${walks} walks)` : ''
    return `${walk}, step ${step}, ${view}: ${panel}: ${what}${all}`
  })
  const rest = sorted.length - messages.length
  return rest > 0 ? [...messages, `… and ${rest} more kinds`] : messages
}
