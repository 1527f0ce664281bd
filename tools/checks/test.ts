import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from '../browser/browser.ts'
import { type Fonts, fontEnvironment } from '../browser/fonts.ts'
import { buildSite } from '../serve/build-site.ts'
import { showProgress } from '../terminal/progress.ts'
import { run } from '../terminal/run.ts'
import { checkLinks } from './check-links.ts'
import { checkAllStrings } from './check-strings.ts'

/**
 * `npm test`: runs all checks, one step after the other. If a step fails, the others still run.
 *
 * Browser tests run with DejaVu as the only fonts. The tests of widths run again with a Chinese font; with
 * `npm test -- --fonts`, all of them do.
 *
 * The last line is `N passed, N failed`: the numbers of tests, and one failure for each other step that failed.
 */

interface Outcome {
  passed?: number
  failed: number
  /** Text that is printed if it failed. */
  output?: string
  /** Text that is printed in any case. */
  notice?: string | undefined
}

const siteUrl = process.env.SITE_URL || 'http://localhost:3000'
const baseUrl = process.env.BASE_URL || '/'
let isBuilt = false

const args = process.argv.slice(2)
if (args.some((arg) => arg !== '--fonts')) {
  console.error(`npm test takes no "${args.find((arg) => arg !== '--fonts')}"; it takes --fonts, or nothing`)
  process.exit(1)
}

/** Part of the titles of the tests of widths. Only a Chinese font gives Chinese text the width that readers see. */
const aboutWidth = 'wider than the screen'
const browserSteps: readonly { name: string; fonts: Fonts; titles?: string }[] = [
  { name: 'browser tests, with DejaVu as the only fonts', fonts: 'dejavu' },
  args.includes('--fonts')
    ? { name: 'browser tests, with a Chinese font', fonts: 'noto' }
    : { name: 'browser tests of widths, with a Chinese font', fonts: 'noto', titles: aboutWidth },
]

const total = { passed: 0, failed: 0 }
const steps = 8 + browserSteps.length
let stepsBegun = 0
/** The progress of the unit tests, the build and the browser tests, in words. */
const progress = { units: '', build: '', browser: '' }

const [types, lint, unused, translations] = [
  programs(['tsc', '-p', '.'], ['tsc', '-p', 'examples']),
  programs(['biome', 'ci', '--colors=off', '.']),
  programs(['knip', '-c', 'tools/checks/knip.json', '--no-progress', '--treat-config-hints-as-errors']),
  programs(['node', 'tools/node/bundled.cjs', 'tools/translate/translate.ts', 'check']),
]
await step('types', () => types)
await step('lint and format', () => lint)
await step('unused exports, and dependencies unused or not declared', () => unused)
// One language is enough for a pull request: what is not current is said, here and on the site, and fails nothing.
await step('translations, against the texts from which they were made', async () => {
  const { failed, output } = await translations
  return { failed: 0, notice: failed ? output : undefined }
})
await step('strings in all languages', async () => lines(await checkAllStrings()))
// The unit tests mostly compute and the build mostly waits: together they take little longer than the build alone.
const [units, build] = [
  vitest('unit', (files) => {
    progress.units = files
  }),
  buildSite((stage) => {
    progress.build = stage
  }),
]
await step(
  'unit and scenario tests',
  () => units,
  () => progress.units,
)
await step(
  'production build, all languages',
  async () => {
    const { failed, output } = await build
    isBuilt = !failed
    return { failed: failed ? 1 : 0, output }
  },
  () => progress.build,
)
await step('links of the built pages', async () =>
  isBuilt ? lines(await checkLinks('build', baseUrl, siteUrl)) : notRun('there is no build'),
)
for (const { name, fonts, titles } of browserSteps) {
  await step(
    name,
    async () => {
      if (!isBuilt) return notRun('there is no build')
      try {
        ensureChromium()
        fontEnvironment(fonts)
      } catch (error) {
        return notRun((error as Error).message)
      }
      const onProgress = (files: string) => {
        progress.browser = files
      }
      return vitest('browser', onProgress, { FONTS: fonts }, titles)
    },
    () => progress.browser,
  )
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed ? 1 : 0)

/**
 * Waits for the outcome of a step, prints it, and adds it to the total.
 *
 * @param name is printed while it runs
 * @param howFar returns its progress, in words
 */
async function step(name: string, work: () => Promise<Outcome>, howFar = () => ''): Promise<void> {
  console.log(`\n== ${++stepsBegun} of ${steps}: ${name}`)
  const start = performance.now()
  const endProgress = showProgress(name, howFar)
  const { passed, failed, output, notice } = await work().catch((error: Error) =>
    notRun(error.stack ?? error.message),
  )
  endProgress()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (failed && output) console.log(output.trimEnd())
  if (notice) console.log(notice.trimEnd())
  const tests = passed === undefined ? '' : `, ${passed} passed, ${failed} failed`
  console.log(`${failed ? 'FAILED' : 'ok'} (${seconds} s${tests})`)
  total.passed += passed ?? 0
  total.failed += failed
}

/** Runs programs at the same time. If any of them fails, this is one failure. */
async function programs(...commands: [string, ...string[]][]): Promise<Outcome> {
  const runs = await Promise.all(commands.map(([program, ...args]) => run(program, args)))
  const failed = runs.filter(({ failed }) => failed)
  return { failed: failed.length ? 1 : 0, output: failed.map(({ output }) => output).join('\n') }
}

/**
 * Runs the tests of a project.
 *
 * @param onProgress is called with the number of files that have ended, in words
 * @param titles selects the tests that have this in their titles
 */
async function vitest(
  project: string,
  onProgress: (files: string) => void,
  environment: Record<string, string> = {},
  titles = '',
): Promise<Outcome> {
  const report = join(await mkdtemp(join(tmpdir(), 'vitest-')), 'report.json')
  const reporters = ['default', 'json', './tools/checks/file-count-reporter.ts'].map(
    (name) => `--reporter=${name}`,
  )
  const { failed, output } = await run(
    'vitest',
    ['run', '--project', project, ...reporters, `--outputFile.json=${report}`, '-t', titles],
    {
      environment: { NO_COLOR: '1', ...environment },
      onLine(line) {
        const [, files] = /^files (\d+ of \d+)$/.exec(line) ?? []
        if (files) onProgress(`${files} files`)
        return files !== undefined
      },
    },
  )
  const counts = await readFile(report, 'utf8').then(JSON.parse, () => ({}))
  const passed: number = counts.numPassedTests ?? 0
  const failedTests: number = counts.numFailedTests ?? 0
  if (!failed && passed === 0) return notRun(`no test has "${titles}" in its title`)
  // A file that cannot be loaded fails no test, but it is a failure.
  return { passed, failed: failed ? Math.max(failedTests, 1) : 0, output }
}

/** Returns the outcome of a check that returns one message for each problem. */
async function lines(problems: string[]): Promise<Outcome> {
  return { failed: problems.length ? 1 : 0, output: problems.join('\n') }
}

function notRun(reason: string): Outcome {
  return { failed: 1, output: `not run: ${reason}` }
}
