import { buildElement } from '../notes/built-element.ts'
import { generate } from '../notes/generated.ts'
import { reportProblems } from '../notes/report-problems.ts'
import { comparison } from './Comparison.tsx'
import { checkScenarios, readSituations } from './situations.ts'

/**
 * Sets what today's path manager was recorded to do beside what the model does: runs the scenarios of
 * `reference/then`, and makes of each and of its recording in `reference/lab` what `<ThenAndNow of="…" />` shows.
 *
 * A scenario that prints something else than its file has fails the build; `npm run dev` only says so.
 */
export const thenAndNow = generate({
  name: 'then-and-now',
  sources: ['reference/{lab,then}/*'],
  async make({ siteDir, i18n: { currentLocale } }) {
    const situations = readSituations(siteDir)
    reportProblems(checkScenarios(situations.values()))
    const built = [...situations].map(
      ([id, situation]) => [id, buildElement(comparison(situation, currentLocale))] as const,
    )
    return { data: new Map(built) }
  },
})
