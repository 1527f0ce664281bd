import { languageOf } from '../../../reference/languages.ts'
import { buildElement } from '../../notes/built-element.ts'
import type { Generation } from '../../notes/generated.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { pairControl } from '../Control.tsx'
import { wordsIn } from '../words.ts'

/** Writes the control that shows two languages side by side, and serves its module under `pair/`. */
export const pair: Generation = {
  name: 'pair',
  sources: /^src\/(pair|island)\//,
  folder: 'pair',
  async make({ baseUrl, i18n: { currentLocale, localeConfigs } }) {
    const entry = new URL('../page/element.ts', import.meta.url)
    const assets = await bundleModule(entry, 'pair', languageOf(currentLocale))
    const island = `${baseUrl}pair/${assets[0]?.name}`
    const label = localeConfigs[currentLocale]?.label ?? currentLocale
    const control = buildElement(pairControl(island, label, wordsIn(currentLocale)))
    return { data: new Map([['control', control]]), assets }
  },
}
