import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { ensureChromium, launchOptions } from '../../tools/browser/browser.ts'
import { fontEnvironment, fontsNamed } from '../../tools/browser/fonts.ts'
import { serve } from '../../tools/serve/static-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the built site. */
    site: string
    /** The WebSocket address of the browser of this run. */
    browser: string
  }
}

/** Starts one server and one browser for all tests. FONTS names the fonts of the browser (`tools/browser/fonts.ts`). */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const build = resolve('build')
  if (!existsSync(build)) throw new Error('there is no build/: run `npm run build` before the browser tests')
  const site = await serve(build, 0, process.env.BASE_URL || '/')
  const env = { ...process.env, ...fontEnvironment(fontsNamed(process.env.FONTS)) }
  const browser = await chromium.launchServer({ ...launchOptions, env, executablePath: ensureChromium() })
  provide('site', site.url)
  provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await site.close()
  }
}
