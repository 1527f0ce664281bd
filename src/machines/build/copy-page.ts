import { languageOf } from '../../../reference/languages.ts'
import { buildElement } from '../../notes/built-element.ts'
import type { Generation } from '../../notes/generated.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { copyControl } from '../CopyControl.tsx'
import { wordsIn } from '../words.ts'

/** Writes the control that copies a page as Markdown, and serves its module under `copy/`. */
export const copyPage: Generation = {
  name: 'copy-page',
  sources: /^src\/(machines|island)\//,
  folder: 'copy',
  async make({ baseUrl, i18n: { currentLocale } }) {
    const entry = new URL('../page/element.ts', import.meta.url)
    const assets = await bundleModule(entry, 'copy', languageOf(currentLocale))
    const control = buildElement(copyControl(`${baseUrl}copy/${assets[0]?.name}`, wordsIn(currentLocale)))
    return { data: new Map([['control', control]]), assets }
  },
}
