import { languageOf } from '../../../reference/languages.ts'
import { buildElement } from '../../notes/built-element.ts'
import { type Generation, hashed } from '../../notes/generated.ts'
import { readPages, readShownPages } from '../../notes/pages.ts'
import { bundleModule, bundleScript } from '../../sandbox/build/bundle.ts'
import { Field } from '../Field.tsx'
import { wordsIn } from '../words.ts'
import { ownScenarioName } from './description.ts'

/** Writes the field in the language of the build, and serves what runs its text under `own-scenario/`. */
export const ownScenarioField: Generation = {
  name: ownScenarioName,
  sources: /^(examples|src\/(own-scenario|text-field|island))\//,
  folder: ownScenarioName,
  usedOfPages: (siteDir) => readPages(siteDir).map(exampleIn),
  async make({ siteDir, baseUrl, i18n }) {
    const language = languageOf(i18n.currentLocale)
    const worker = hashed('worker.js', await bundleScript(new URL('../page/worker.ts', import.meta.url)))
    const element = new URL('../page/element.tsx', import.meta.url)
    const island = await bundleModule(element, ownScenarioName, language, { WORKER: worker.name })
    const field = Field({
      island: `${baseUrl}${ownScenarioName}/${island[0]?.name}`,
      text: readShownPages(siteDir, language).map(exampleIn).join(''),
      words: wordsIn(i18n.currentLocale),
    })
    return { data: new Map([[ownScenarioName, buildElement(field)]]), assets: [...island, worker] }
  },
}

/** Returns the text of the block `mine.txt` in the source of the page with the field; otherwise an empty text. */
export function exampleIn({ source }: { source: string }): string {
  if (!source.includes('<OwnScenario />')) return ''
  return /^```text title="mine\.txt"\n(.+?)^```$/ms.exec(source)?.[1] ?? ''
}
