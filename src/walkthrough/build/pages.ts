import { checkNames, checkPair, type Mention, mentionsIn } from '../../example/build/pages.ts'
import type { Unit } from '../../sandbox/build/units.ts'
import { findElements, findSections, folders, type Node, readPages } from '../../notes/pages.ts'
import { isScenario, readScenario } from './scenario.ts'

/** Checks what one page says: it names a test or a scenario with each walk, and no walk twice. */
export function checkMentions(mentions: Mention[]): string[] {
  return mentions.flatMap(({ page, line, of, test }, index) => {
    if (isScenario(of) && test !== undefined)
      return [`${page}:${line}: a <Walkthrough> through a scenario file takes no test="…"`]
    if (!isScenario(of) && test === undefined)
      return [
        `${page}:${line}: <Walkthrough> needs test="…", the title of a test, or of="….txt", a scenario file`,
      ]
    const isSame = (other: Mention) => other.of === of && other.test === test
    const twin = mentions.slice(0, index).find(isSame)
    return twin ? [`${page}:${line}: line ${twin.line} has the walk through "${test ?? of}" already`] : []
  })
}

/** Folders every page of which owes its reader a walk. */
const walkedFolders = /^(ops|notifiers|workers|lifecycle|questions)\/(?!index\.)/

/**
 * Checks that a page has the walks it owes: one, if it is about an op, a notifier, a worker, a hook or a question; one
 * for each section that has an example, if it is about quirks.
 */
export function checkOwed(folder: string, name: string, source: string): string[] {
  const linesOf = (nodes: Node[]) => nodes.map(({ position }) => position?.start.line ?? 1)
  const walks = linesOf(findElements('Walkthrough', source))
  if (walkedFolders.test(name) && walks.length === 0)
    return [`${folder}/${name}:1: a page of this folder has a <Walkthrough>`]
  if (!name.startsWith('quirks/')) return []
  const examples = linesOf(findElements('Example', source))
  const starts = linesOf(findSections(source))
  return starts.flatMap((start, index) => {
    const isInside = (line: number) => line > start && line < (starts[index + 1] ?? Number.POSITIVE_INFINITY)
    return examples.some(isInside) && !walks.some(isInside)
      ? [`${folder}/${name}:${start}: this quirk has an <Example>, and no <Walkthrough>`]
      : []
  })
}

/**
 * The walks that the pages of the site show.
 *
 * @returns them, and one message for each thing that is wrong, beginning with a file and a line
 */
export function findWalks(siteDir: string, units: Unit[]): { walks: Mention[]; problems: string[] } {
  const docs = mentionsIn(siteDir, folders.zh, 'Walkthrough')
  const pairs = mentionsIn(siteDir, folders.en, 'Walkthrough')
  const all = [...docs.values(), ...pairs.values()]
  const walks = new Map(all.flat().map((walk) => [`${walk.of} ${walk.test}`, walk]))
  const [scenarios, tests] = [all.flat().filter(isOfScenario), all.flat().filter((it) => !isOfScenario(it))]
  return {
    walks: [...walks.values()],
    problems: [
      ...checkNames(tests, units),
      ...scenarios.flatMap((mention) => checkScenario(siteDir, mention)),
      ...all.flatMap(checkMentions),
      ...[...readPages(siteDir, folders.zh)].flatMap(([name, source]) => checkOwed(folders.zh, name, source)),
      ...[...docs].flatMap(([name, mentions]) => {
        const pair = pairs.get(name)
        return pair ? checkPair(`${folders.zh}/${name}`, mentions, `${folders.en}/${name}`, pair) : []
      }),
    ],
  }
}

function isOfScenario({ of }: Mention): boolean {
  return isScenario(of)
}

function checkScenario(siteDir: string, { page, line, of }: Mention): string[] {
  try {
    readScenario(siteDir, of)
    return []
  } catch (error) {
    return [`${page}:${line}: ${(error as Error).message}`]
  }
}
