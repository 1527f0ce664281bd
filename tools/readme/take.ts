/** `npm run pictures:readme`: takes the pictures of the README, the stage in each language, from the site in `build/`. */

import { chromium } from 'playwright-core'
import { pathOf } from '../../reference/languages.ts'
import { ensureChromium, launchOptions } from '../browser/browser.ts'
import { fontEnvironment } from '../browser/fonts.ts'
import { serve } from '../serve/static-server.ts'
import { pictureSize, pictureStep, pictures } from './pictures.ts'

const site = await serve('build')
const browser = await chromium.launch({
  ...launchOptions,
  executablePath: ensureChromium(),
  env: { ...process.env, ...fontEnvironment('noto') } as Record<string, string>,
})
for (const { language, file } of pictures) {
  const page = await browser.newPage({ viewport: pictureSize })
  await page.goto(`${site.url}${pathOf(language)}#${pictureStep}`)
  await page.locator('[data-stage][open]').waitFor()
  await page.locator('[data-panel=c] button').first().waitFor()
  await page.screenshot({ path: file })
  console.log(file)
  await page.close()
}
await browser.close()
await site.close()
