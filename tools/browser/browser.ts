import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import type { LaunchOptions } from 'playwright-core'

/** Options of Chromium: no requests of its own, and no sandbox, which root cannot use. */
export const launchOptions: LaunchOptions = {
  args: [
    '--no-sandbox',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ],
}

/**
 * Returns the path of a Chromium on this machine, if there is one. Its headless shell comes first: in this browser
 * without windows, tests take half the time.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = environment.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH names no file: ${given}`)
  }
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]
  const candidates = [
    ...programs(names, environment),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...downloaded(environment.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright')),
    ...downloaded(join(homedir(), 'Library/Caches/ms-playwright')),
  ]
  return candidates.find((path) => existsSync(path))
}

/** Returns the path of a Firefox on this machine, if there is one. */
export function findFirefox(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const candidates = [
    ...programs(['firefox', 'firefox-esr'], environment),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
  return candidates.find((path) => existsSync(path))
}

/** Returns paths that programs of these names can have, those of the first name first. */
function programs(names: string[], { PATH = '' }: NodeJS.ProcessEnv): string[] {
  const folders = ['/usr/bin', ...PATH.split(delimiter)]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Returns paths of browsers in Playwright's cache: `<cache>/chromium_headless_shell-<revision>/<platform>/<binary>`. */
export function downloaded(cache: string): string[] {
  const binaries = [
    'chrome-headless-shell',
    'headless_shell',
    'chrome',
    'Chromium.app/Contents/MacOS/Chromium',
  ]
  return entriesOf(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse()
    .flatMap((name) => entriesOf(join(cache, name)).map((platform) => join(cache, name, platform)))
    .flatMap((folder) => binaries.map((binary) => join(folder, binary)))
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no folder
  }
}

/**
 * Returns the path of a Chromium. If there is none, it is installed: with apt-get if that is allowed, else with
 * Playwright.
 *
 * @throws if that fails, with one line that names what to install
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  let problem = ''
  try {
    install()
  } catch (error) {
    problem = lastLine(String((error as { stderr?: unknown }).stderr ?? '')) // it may be installed nevertheless
  }
  const installed = findChromium()
  if (installed) return installed
  const why = problem && ` (${problem})`
  throw new Error(`no Chromium${why}: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH`)
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}

/** Installs a Chromium. The output of the installing programs is not shown. */
function install(): void {
  const options = {
    stdio: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing it with apt-get, without recommended packages (about 80 MB)')
    execFileSync('apt-get', ['update', '-qq'], options)
    const words = ['install', '-y', '-qq', '--no-install-recommends']
    try {
      execFileSync('apt-get', [...words, 'chromium-headless-shell'], options)
    } catch {
      execFileSync('apt-get', [...words, 'chromium'], options)
    }
  } else {
    console.log('No Chromium found: installing it with Playwright (about 110 MB)')
    const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
    const words = [join(playwright, 'cli.js'), 'install', '--only-shell', 'chromium']
    execFileSync(process.execPath, words, options)
  }
}
