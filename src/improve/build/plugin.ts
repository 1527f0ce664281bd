import { posix } from 'node:path'
import { folderOf, labelOf, languageOf, languages, tagOf } from '../../../reference/languages.ts'
import type { Repository } from '../../island/repository.ts'
import type { Asset, Generation } from '../../notes/generated.ts'
import { readPages } from '../../notes/pages.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { type Settings, sourceFolder } from '../settings.ts'
import { wordsIn } from '../words.ts'

/** Serves the files of the pages as they are, at `source/ops/new-session.mdx` below the address of the language. */
export const sourceFiles: Generation = {
  name: 'source-files',
  sources: /^(docs|i18n)\/.*\.mdx$/,
  folder: sourceFolder,
  async make({ siteDir, i18n }) {
    const pages = readPages(siteDir, languageOf(i18n.currentLocale))
    return { data: new Map(), assets: pages.map(({ name, source }): Asset => ({ name, text: source })) }
  },
}

/** Serves the editor of sections under `improve/`. It has a link to GitHub if the repository of the site is known. */
export const improvement: Generation = {
  name: 'improve',
  sources: /^src\/(improve|island)\//,
  folder: 'improve',
  async make({ baseUrl, siteConfig, i18n: { currentLocale, localeConfigs } }) {
    const repository = siteConfig.customFields?.repository as Repository | undefined
    const settings: Settings = {
      languages: languages.map((key) => {
        const tag = tagOf(key)
        const from = `${baseUrl}improve`
        const base = `${posix.relative(from, localeConfigs[tag]?.baseUrl ?? baseUrl)}/`
        return { key, tag, label: labelOf(key), base, folder: folderOf(key) }
      }),
      ...(repository && { repository }),
      ...(siteConfig.customFields?.isAddressKnown === true && { site: siteConfig.url + baseUrl }),
    }
    const assets = await bundleModule(
      new URL('../page/element.ts', import.meta.url),
      'improve',
      languageOf(currentLocale),
      { SETTINGS: settings },
    )
    const control = {
      island: `${baseUrl}improve/${assets[0]?.name}`,
      label: wordsIn(currentLocale).control,
    }
    return { data: new Map([['improve', control]]), assets }
  },
}
