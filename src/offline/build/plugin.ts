import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { languageOf, tagOf } from '../../../reference/languages.ts'
import type { Repository } from '../../island/repository.ts'
import { buildElement } from '../../notes/built-element.ts'
import type { Generation } from '../../notes/generated.ts'
import { bundleModule, bundleScript } from '../../sandbox/build/bundle.ts'
import { offlineControl } from '../Control.tsx'
import { manifestFile, workerFile } from '../files.ts'
import { wordsIn } from '../words.ts'

/** Writes the control that keeps a copy of the site, and serves its module under `offline/`. */
export const offline: Generation = {
  name: 'offline',
  sources: /^src\/(offline|island)\//,
  folder: 'offline',
  async make({ baseUrl, siteConfig, i18n: { currentLocale, localeConfigs } }) {
    const entry = new URL('../page/element.tsx', import.meta.url)
    const assets = await bundleModule(entry, 'offline', languageOf(currentLocale))
    const island = `${baseUrl}offline/${assets[0]?.name}`
    const repository = siteConfig.customFields?.repository as Repository | undefined
    const archive = repository && `${repository.url}/actions/workflows/site.yml?query=branch:main`
    const label = localeConfigs[currentLocale]?.label ?? currentLocale
    const control = buildElement(offlineControl(island, label, archive, wordsIn(currentLocale)))
    return { data: new Map([['control', control]]), assets }
  },
}

/**
 * A plugin of Docusaurus that writes the service worker and the manifest of the language. No page names them: the browser
 * would load the manifest before the reader's first action.
 */
export function offlineFiles({ siteConfig: { title }, i18n: { currentLocale } }: LoadContext): Plugin {
  return {
    name: 'offline-files',
    async postBuild({ outDir }) {
      const worker = await bundleScript(new URL('../page/worker.ts', import.meta.url))
      await writeFile(join(outDir, workerFile), worker)
      await writeFile(
        join(outDir, manifestFile),
        JSON.stringify(manifest(title, tagOf(languageOf(currentLocale)))),
      )
    },
  }
}

/** How the site is installed. All addresses are relative to the manifest. */
function manifest(title: string, lang: string): object {
  const icon = (size: number, purpose: string) => ({
    src: `icons/${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    name: title,
    short_name: 'fullmesh',
    lang,
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    background_color: '#fcfbf8',
    theme_color: '#fcfbf8',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
}
