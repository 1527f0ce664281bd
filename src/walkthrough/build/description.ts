import { join } from 'node:path'
import type { MarkedPage, PageElement } from '../../notes/element.ts'
import { findExamples, namesOfTest } from '../../notes/examples.ts'
import { generatedModule } from '../../notes/generated.ts'
import { headings } from '../../notes/headings.ts'
import { walkDataName } from './render.tsx'
import { isScenario, scenarioFiles } from './scenario.ts'

/** `<Walkthrough of="new-session" test="…" />`: the walk through a test, by its key; `<Walkthrough of="….txt" />`: through a scenario file. */
export const walkthroughElement: PageElement<{ of: string; test?: string }> = {
  name: 'Walkthrough',
  usage: '<Walkthrough of="UNIT" test="KEY" /> or <Walkthrough of="FILE.txt" />',
  required: ['of'],
  optional: ['test'],
  fit: ({ of, test }) => isScenario(of) === (test === undefined),
  once: ({ of, test }) => [test ?? of],
  data: ({ of, test }) => generatedModule('walkthroughs', walkDataName(of, test)),
  checks(siteDir) {
    const { units } = findExamples(join(siteDir, 'examples'))
    const known = scenarioFiles(siteDir)
    return {
      names: ({ of, test }) =>
        isScenario(of) ? [{ what: 'scenario', name: of, known }] : namesOfTest(units, of, test),
      missing: (pages) => pages.flatMap(checkWalks),
    }
  },
}

/** The folders in which every page has a walkthrough, except the page that tells which kernel it is. */
const walkedFolders = /^(ops|notifiers|workers|lifecycle|questions)\/(?!index\.|which-mptcp\.)/

/**
 * Checks that a page has the walkthroughs that it needs, and a title for each: one on a page about an op, a notifier, a worker, a hook or a
 * question; one in each section with an example on a page about quirks.
 */
export function checkWalks({ name, file, source, mentions }: MarkedPage): string[] {
  const linesOf = (element: string) => mentions.filter(({ name }) => name === element).map(({ line }) => line)
  const first = headings(source)[0]?.line ?? Number.POSITIVE_INFINITY
  const untitled = mentions.filter(({ attributes: { of = '' }, line }) => isScenario(of) && line < first)
  if (untitled.length > 0)
    return untitled.map(
      ({ place }) =>
        `${place}: a walk through a scenario has the title of its section: put it below a heading`,
    )
  const [walks, examples] = [linesOf('Walkthrough'), linesOf('Example')]
  if (walkedFolders.test(name) && walks.length === 0)
    return [`${file}:1: a page of this folder has a <Walkthrough>`]
  if (!name.startsWith('quirks/')) return []
  const starts = headings(source).flatMap(({ level, line }) => (level === 2 ? [line] : []))
  return starts.flatMap((start, index) => {
    const isInside = (line: number) => line > start && line < (starts[index + 1] ?? Number.POSITIVE_INFINITY)
    return examples.some(isInside) && !walks.some(isInside)
      ? [`${file}:${start}: this quirk has an <Example>, and no <Walkthrough>`]
      : []
  })
}
