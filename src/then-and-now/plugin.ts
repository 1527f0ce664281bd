import { generate } from '../notes/generated.ts'
import { refuse } from '../notes/refuse.ts'
import { renderSituation } from './render.ts'
import { checkScenarios, readSituations } from './situations.ts'
import { wordsIn } from './words.ts'

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
    refuse(checkScenarios(situations.values()))
    const words = wordsIn(currentLocale)
    const render = ([id, situation]: [string, Parameters<typeof renderSituation>[0]]) =>
      [id, { id, html: renderSituation(situation, currentLocale, words) }] as const
    return { data: new Map([...situations].map(render)) }
  },
})
