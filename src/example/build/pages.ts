import { findElements, folders, type Node, nearest, readPages } from '../../notes/pages.ts'
import type { Unit } from '../../sandbox/build/units.ts'

/** An `<Example of="…" test="…" />` in a page. */
export interface Mention {
  page: string
  line: number
  of: string
  test?: string
}

/** Finds the examples that the page at `path` shows, in order, or the walks through them. */
export function findMentions(
  path: string,
  source: string,
  element: 'Example' | 'Walkthrough' = 'Example',
): Mention[] {
  return findElements(element, source).map((node) => mention(node, path))
}

/**
 * What an `<Example … />` or a `<Walkthrough … />` says.
 *
 * @throws if it says something else than `of` and `test`, or not as plain strings
 */
export function mention(node: Node, page: string): Mention {
  const line = node.position?.start.line ?? 1
  const said: Record<string, string> = {}
  for (const { name, value } of node.attributes ?? []) {
    if ((name !== 'of' && name !== 'test') || typeof value !== 'string') {
      throw new Error(`${page}:${line}: <${node.name}> takes of="…" and test="…", as plain strings`)
    }
    said[name] = value
  }
  const { of, test } = said
  if (!of) throw new Error(`${page}:${line}: <${node.name}> needs of="…", the name of an example`)
  return { page, line, of, ...(test !== undefined && { test }) }
}

/** Checks that every example a page names is there. Returns one message for each that is not. */
export function checkNames(mentions: Mention[], units: Unit[]): string[] {
  return mentions.flatMap(({ page, line, of, test }) => {
    const unit = units.find(({ name }) => name === of)
    if (!unit) {
      const near = nearest(
        of,
        units.map(({ name }) => name),
      )
      return [`${page}:${line}: there is no example "${of}"${near}`]
    }
    if (test === undefined || unit.tests.some(({ title }) => title === test)) return []
    const near = nearest(
      test,
      unit.tests.map(({ title }) => title),
    )
    return [`${page}:${line}: ${unit.testFile} has no test "${test}"${near}`]
  })
}

/** Checks that every test is shown by some page. Returns one message for each that is not. */
export function checkAllShown(mentions: Mention[], units: Unit[]): string[] {
  return units.flatMap(({ name, testFile, tests }) =>
    tests
      .filter(
        ({ title }) =>
          !mentions.some(({ of, test }) => of === name && (test === undefined || test === title)),
      )
      .map(({ title, firstLine }) => `${testFile}:${firstLine}: no page shows the test "${title}"`),
  )
}

/** Checks that two pages in two languages show the same examples in the same order. */
export function checkPair(page: string, mentions: Mention[], otherPage: string, others: Mention[]): string[] {
  const length = Math.max(mentions.length, others.length)
  for (let index = 0; index < length; index++) {
    const [mine, other] = [mentions[index], others[index]]
    if (mine?.of === other?.of && mine?.test === other?.test) continue
    const what = (mention: Mention | undefined, page: string) =>
      mention ? `${page}:${mention.line} shows ${phrase(mention)}` : `${page} shows no more`
    return [`${what(mine, page)}, ${what(other, otherPage)}: a page and its pair show the same examples`]
  }
  return []
}

/**
 * Checks all pages of the site in `siteDir` against the examples: names, tests that no page shows, pairs.
 *
 * @returns one message for each thing that is wrong, beginning with a file and a line
 */
export function checkPages(siteDir: string, units: Unit[]): string[] {
  const docs = mentionsIn(siteDir, folders.zh)
  const pairs = mentionsIn(siteDir, folders.en)
  return [
    ...checkNames([...docs.values(), ...pairs.values()].flat(), units),
    ...checkAllShown([...docs.values()].flat(), units),
    ...[...docs].flatMap(([name, mentions]) => {
      const pair = pairs.get(name)
      return pair ? checkPair(`${folders.zh}/${name}`, mentions, `${folders.en}/${name}`, pair) : []
    }),
  ]
}

/** What each page of a folder shows, by its name there. */
export function mentionsIn(siteDir: string, folder: string, element?: 'Walkthrough'): Map<string, Mention[]> {
  const pages = [...readPages(siteDir, folder)]
  return new Map(pages.map(([name, source]) => [name, findMentions(`${folder}/${name}`, source, element)]))
}

function phrase({ of, test }: Mention): string {
  return test === undefined ? `"${of}"` : `"${of}", "${test}"`
}
