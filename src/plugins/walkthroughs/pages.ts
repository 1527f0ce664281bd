import { checkNames, checkPair, type Mention, mentionsIn } from '../examples/pages.ts'
import type { Unit } from '../examples/units.ts'
import { folders } from '../pages.ts'

/** Checks what one page says: it names a test with each walk, and no walk twice. */
export function checkMentions(mentions: Mention[]): string[] {
  return mentions.flatMap(({ page, line, of, test }, index) => {
    if (test === undefined) return [`${page}:${line}: <Walkthrough> needs test="…", the title of a test`]
    const isSame = (other: Mention) => other.of === of && other.test === test
    const twin = mentions.slice(0, index).find(isSame)
    return twin ? [`${page}:${line}: line ${twin.line} has the walk through "${test}" already`] : []
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
  return {
    walks: [...walks.values()],
    problems: [
      ...checkNames(all.flat(), units),
      ...all.flatMap(checkMentions),
      ...[...docs].flatMap(([name, mentions]) => {
        const pair = pairs.get(name)
        return pair ? checkPair(`${folders.zh}/${name}`, mentions, `${folders.en}/${name}`, pair) : []
      }),
    ],
  }
}
