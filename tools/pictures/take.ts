/**
 * `npm run pictures:links`: draws the picture that a link to a page shows, for each page of `build/` that names one. Only the
 * pages of a site that was built with SITE_URL do.
 *
 * Chromium draws them, with the fonts of the tests. Packages for Node that draw text (satori, resvg) and a package with a
 * Chinese font together take 110 MB, which every contributor would have to install.
 */

import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { fontEnvironment } from '../browser/fonts.ts'
import { drawing, pictureSize, readPictures } from './pictures.ts'

const pictures = readPictures('build')
if (pictures.length === 0) {
  console.error('No page in build/ names a picture: build the site with SITE_URL=https://… first.')
  process.exit(1)
}
const start = performance.now()
const browser = await chromium.launch({
  ...launchOptions,
  executablePath: ensureChromium(),
  env: { ...process.env, ...fontEnvironment('noto') } as Record<string, string>,
})
const page = await browser.newPage({ viewport: pictureSize })
for (const picture of pictures) {
  await page.setContent(drawing(picture))
  const path = join('build', picture.file)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path })
}
await browser.close()
console.log(`${pictures.length} pictures in ${((performance.now() - start) / 1000).toFixed(1)} s`)
