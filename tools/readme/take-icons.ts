/** `npm run icons`: makes the icons of the installed site, `static/icons/`, from `static/favicon.svg`. */

import { mkdir, readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { ensureChromium, launchOptions } from '../browser/browser.ts'

/** The icons, and how wide the drawing is. A maskable icon may be cut to a circle of 80 %. */
const icons: readonly { size: number; purpose: 'any' | 'maskable'; drawing: string }[] = [
  { size: 192, purpose: 'any', drawing: '100%' },
  { size: 512, purpose: 'any', drawing: '100%' },
  { size: 512, purpose: 'maskable', drawing: '70%' },
]

const svg = await readFile('static/favicon.svg', 'utf8')
await mkdir('static/icons', { recursive: true })
const browser = await chromium.launch({ ...launchOptions, executablePath: ensureChromium() })
for (const { size, purpose, drawing } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' })
  const paper = purpose === 'maskable' ? '#fcfbf8' : 'transparent'
  await page.setContent(
    `<body style="margin: 0; height: 100vh; display: grid; place-items: center; background: ${paper}">
      ${svg.replace('<svg ', `<svg width="${drawing}" `)}`,
  )
  const file = `static/icons/${purpose}-${size}.png`
  await page.screenshot({ path: file, omitBackground: true })
  console.log(file)
  await page.close()
}
await browser.close()
