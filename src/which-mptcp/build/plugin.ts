import { languageOf } from '../../../reference/languages.ts'
import { buildElement } from '../../notes/built-element.ts'
import type { Generation } from '../../notes/generated.ts'
import { bundleModule } from '../../sandbox/build/bundle.ts'
import { whichMptcp } from '../Form.tsx'
import { wordsIn } from '../words.ts'
import { whichMptcpName } from './description.ts'

/** Writes the field in the language of the build, and serves the module that reads what is pasted under `which/`. */
export const whichMptcpField: Generation = {
  name: whichMptcpName,
  sources: /^src\/(which-mptcp|text-field|island)\//,
  folder: 'which',
  async make({ baseUrl, i18n }) {
    const assets = await bundleModule(
      new URL('../page/element.tsx', import.meta.url),
      'which',
      languageOf(i18n.currentLocale),
    )
    const urls = { island: `${baseUrl}which/${assets[0]?.name}`, base: baseUrl }
    const field = buildElement(whichMptcp(urls, wordsIn(i18n.currentLocale)))
    return { data: new Map([[whichMptcpName, field]]), assets }
  },
}
