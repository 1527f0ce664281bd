import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { buildElement } from '../notes/built-element.ts'
import { refuse } from '../notes/refuse.ts'
import { comparison } from './Comparison.tsx'
import { checkPages } from './pages.ts'
import { checkScenarios, readSituations } from './situations.ts'

export { thenAndNowData } from './remark.ts'

/**
 * Sets what today's path manager was recorded to do beside what the model does: runs the scenarios of
 * `reference/then`, and makes of each and of its recording in `reference/lab` what `<ThenAndNow of="…" />` shows.
 *
 * A scenario that prints something else than it says, an unknown id, a situation on no page, or a pair of pages with
 * different ones fails the build; `npm run dev` only says so.
 *
 * It needs {@link thenAndNowData} among the remark plugins of the notes.
 */
export function thenAndNow({ siteDir, i18n }: LoadContext): Plugin {
  return {
    name: 'then-and-now',

    getPathsToWatch: () => [join(siteDir, 'reference/{lab,then}/*')],

    async contentLoaded({ actions }) {
      const situations = readSituations(siteDir)
      refuse([...checkScenarios(situations.values()), ...checkPages(siteDir, [...situations.keys()])])
      for (const [id, situation] of situations) {
        const built = buildElement(comparison(situation, i18n.currentLocale))
        await actions.createData(`${id}.json`, JSON.stringify(built))
      }
    },
  }
}
