import { findMentions } from '../../notes/element.ts'
import { headings } from '../../notes/headings.ts'
import type { Page } from '../../notes/pages.ts'
import { walkthroughElement } from './description.ts'
import { isScenario } from './scenario.ts'

/**
 * Returns the titles of the walks through scenarios, by file: that of the section with the walk, on the first page that
 * has it. The checks of the pages report a walk without a section.
 *
 * @param pages those of one language
 */
export function scenarioTitles(pages: readonly Page[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const { file, source } of pages) {
    for (const { line, attributes } of findMentions([walkthroughElement], file, source).mentions) {
      const { of = '' } = attributes
      const section = headings(source).findLast((heading) => heading.line < line)
      if (isScenario(of) && section && !titles.has(of)) titles.set(of, section.title.replaceAll('`', ''))
    }
  }
  return titles
}
