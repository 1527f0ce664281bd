import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { refuse } from '../notes/refuse.ts'
import { checkPages } from './pages.ts'
import { renderSituation } from './render.ts'
import { checkScenarios, readSituations } from './situations.ts'
import { wordsIn } from './words.ts'

export { thenAndNowData } from './remark.ts'

/**
 * Sets what today's path manager was recorded to do beside what the model does: runs the scenarios of
 * `reference/then`, and makes of each and of its recording in `reference/lab` what `<ThenAndNow of="…" />` shows.
 *
 * A scenario that prints something else than it says, an unknown id, a situation on no page, or a pair of pages with
 * different ones fails the build; `npm run dev` only says so.
 *
 * It needs {@link thenAndNowData} among the remark plugins of the notes, and `ThenAndNow`
 * (`src/then-and-now/ThenAndNow.tsx`) among the MDX components.
 */
export function thenAndNow({ siteDir, i18n }: LoadContext): Plugin {
  return {
    name: 'then-and-now',

    getPathsToWatch: () => [join(siteDir, 'reference/{lab,then}/*')],

    async contentLoaded({ actions }) {
      const situations = readSituations(siteDir)
      refuse([...checkScenarios(situations.values()), ...checkPages(siteDir, [...situations.keys()])])
      const words = wordsIn(i18n.currentLocale)
      for (const [id, situation] of situations) {
        const html = renderSituation(situation, i18n.currentLocale, words)
        await actions.createData(`${id}.json`, JSON.stringify({ id, html }))
      }
    },
  }
}
