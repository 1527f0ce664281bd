import type { Language } from '../../reference/languages.ts'
import { statesOf } from '../../tools/translate/states.ts'
import { readSite } from '../../tools/translate/texts.ts'
import { type BuiltElement, buildElement } from '../notes/built-element.ts'
import { differencesOf } from './differences.ts'
import { notice } from './Notice.tsx'

/** The notice of a section, and the language in which the section is shown if it is not translated. */
interface SectionNotice extends BuiltElement {
  readonly shown?: Language
}

/**
 * Returns the notices of a page, by the ids of its sections: one for each section that is not current, as its text may
 * differ from that in the other language. On a page without any mark, whose languages have not been compared yet, only
 * sections that are not translated have one.
 *
 * @param page its file in the folder of its language: `ops/new-session.mdx`
 */
export function noticesOf(siteDir: string, page: string, language: Language): Map<string, SectionNotice> {
  const site = readSite(siteDir, page)
  const isTracked = site.texts.some(({ mark }) => mark)
  const states = statesOf(site).filter(({ lang, state }) => lang === language && state !== 'current')
  return new Map(
    states
      .filter(({ reason }) => isTracked || reason === 'not translated')
      .map((state) => [
        state.section,
        {
          ...buildElement(notice(state, differencesOf(site, state))),
          ...(state.reason === 'not translated' && state.source ? { shown: state.source } : {}),
        },
      ]),
  )
}
