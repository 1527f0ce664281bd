import { buildElement } from '../notes/built-element.ts'
import type { Generation } from '../notes/generated.ts'
import { comparison } from './Comparison.tsx'
import { readSituations } from './situations.ts'

/**
 * Makes the data of `<ThenAndNow of="…" />`: runs each scenario of `reference/then` on the model, and puts it beside
 * the recording of mainline in `reference/lab`.
 */
export const thenAndNow: Generation = {
  name: 'then-and-now',
  sources: /^reference\/(lab|then)\//,
  async make({ siteDir, i18n: { currentLocale } }) {
    const situations = readSituations(siteDir)
    const data = new Map<string, unknown>()
    for (const [id, situation] of situations) data.set(id, buildElement(comparison(situation, currentLocale)))
    return { data }
  },
}
