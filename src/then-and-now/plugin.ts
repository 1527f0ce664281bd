import { buildElement } from '../notes/built-element.ts'
import { generate } from '../notes/generated.ts'
import { reportProblems } from '../notes/report-problems.ts'
import { comparison } from './Comparison.tsx'
import { checkScenarios, readSituations } from './situations.ts'

/**
 * Makes the data of `<ThenAndNow of="…" />`: runs each scenario of `reference/then` on the model, and puts it beside
 * the recording of mainline in `reference/lab`.
 *
 * A scenario whose output differs from its file is a problem for {@link reportProblems}.
 */
export const thenAndNow = generate({
  name: 'then-and-now',
  sources: ['reference/{lab,then}/*'],
  async make({ siteDir, i18n: { currentLocale } }) {
    const situations = readSituations(siteDir)
    reportProblems(checkScenarios(situations.values()))
    const data = new Map<string, unknown>()
    for (const [id, situation] of situations) data.set(id, buildElement(comparison(situation, currentLocale)))
    return { data }
  },
})
