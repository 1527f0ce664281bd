import { languageOf } from '../../../reference/languages.ts'
import type { Generation } from '../../notes/generated.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'

/** Serves the module that fills the groups of the contents, under `contents/`. */
export const contents: Generation<{ island: string }> = {
  name: 'contents',
  sources: /^src\/(contents|island)\//,
  folder: 'contents',
  async make({ baseUrl, i18n: { currentLocale } }) {
    const entry = new URL('../page/contents.ts', import.meta.url)
    const assets = await bundleModule(entry, 'contents', languageOf(currentLocale))
    return { data: new Map([['contents', { island: `${baseUrl}contents/${assets[0]?.name}` }]]), assets }
  },
}
