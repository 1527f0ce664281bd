import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { languageOf } from '../../../reference/languages.ts'
import { buildElement } from '../../notes/built-element.ts'
import { type Generation, writeAssets } from '../../notes/generated.ts'
import { keywordsOf } from '../../notes/matter.ts'
import { codeDigest, keep } from '../../notes/on-disk.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { searchControl } from '../Control.tsx'
import { catalogueFile, indexFolder } from '../files.ts'
import { wordsIn } from '../words.ts'
import { indexOf } from './index-of.ts'
import { namesIn } from './names.ts'
import { sectionsIn } from './sections.ts'

const code = codeDigest()

/** Writes the control that opens the search, and serves its module under `search/`. */
export const search: Generation = {
  name: 'search',
  sources: /^src\/(search|island)\//,
  folder: 'search',
  async make({ baseUrl, i18n: { currentLocale } }) {
    const entry = new URL('../page/element.ts', import.meta.url)
    const constants = { HAS_INDEX: process.env.NODE_ENV !== 'development' }
    const assets = await bundleModule(entry, 'search', languageOf(currentLocale), constants)
    const island = `${baseUrl}search/${assets[0]?.name}`
    const catalogue = `${baseUrl}${indexFolder}/${catalogueFile}`
    const control = buildElement(searchControl(island, catalogue, wordsIn(currentLocale)))
    return { data: new Map([['control', control]]), assets }
  },
}

/**
 * A plugin of Docusaurus that makes the index of the pages that have been built. It reads them at once when the build
 * ends, before other plugins write them anew: it has to be the first in the list.
 */
export function searchIndex({ siteDir, i18n: { currentLocale } }: LoadContext): Plugin {
  return {
    name: 'search-index',
    async postBuild({ outDir, routesPaths, baseUrl }) {
      const addresses = routesPaths.map((path) => path.slice(baseUrl.length)).filter(isPage)
      const pages = addresses.sort().flatMap((address) => {
        const html = readFileSync(join(outDir, address, 'index.html'), 'utf8')
        const [, file] = /<article [^>]*\bdata-file="?([^"\s>]+)/.exec(html) ?? []
        const keywords = file ? keywordsOf(readFileSync(join(siteDir, file), 'utf8')) : []
        const sections = keep('sections', [code, html, keywords.join()], () => sectionsIn(html, keywords))
        return sections.length > 0 ? [{ address, sections }] : []
      })
      writeAssets(indexOf(pages, namesIn(languageOf(currentLocale))), join(outDir, indexFolder))
    },
  }
}

/** The page for an unknown address is `404.html`. */
function isPage(address: string): boolean {
  return address === '' || address.endsWith('/')
}
