import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProcessor } from '@mdx-js/mdx'
import type { Unit } from './units.ts'

/** An `<Example of="…" test="…" />` in a page. */
export interface Mention {
  page: string
  line: number
  of: string
  test?: string
}

/** The parts of an MDX syntax tree that are read here. */
export interface Node {
  type: string
  data?: unknown
  name?: string | null
  attributes?: { type: string; name?: string; value?: unknown }[]
  children?: Node[]
  position?: { start: { line: number } }
}

/** Finds the examples that the page at `path` shows, in order. */
export function findMentions(path: string, source: string): Mention[] {
  const mentions: Mention[] = []
  const visit = (node: Node): void => {
    if (isExample(node)) mentions.push(mention(node, path))
    node.children?.forEach(visit)
  }
  visit(createProcessor({ format: 'mdx' }).parse(withoutFrontMatter(source)) as Node)
  return mentions
}

/** True for the element `<Example … />`. */
export function isExample(node: Node): boolean {
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'Example'
}

/**
 * What an `<Example … />` says.
 *
 * @throws if it says something else than `of` and `test`, or not as plain strings
 */
export function mention(node: Node, page: string): Mention {
  const line = node.position?.start.line ?? 1
  const said: Record<string, string> = {}
  for (const { name, value } of node.attributes ?? []) {
    if ((name !== 'of' && name !== 'test') || typeof value !== 'string') {
      throw new Error(`${page}:${line}: <Example> takes of="…" and test="…", as plain strings`)
    }
    said[name] = value
  }
  const { of, test } = said
  if (!of) throw new Error(`${page}:${line}: <Example> needs of="…", the name of an example`)
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
  const docs = readPages(siteDir, 'docs')
  const pairs = readPages(siteDir, 'i18n/en/docusaurus-plugin-content-docs/current')
  return [
    ...checkNames([...docs.values(), ...pairs.values()].flat(), units),
    ...checkAllShown([...docs.values()].flat(), units),
    ...[...docs].flatMap(([name, mentions]) => {
      const pair = pairs.get(name)
      const path = (folder: string) => `${folder}/${name}`
      return pair
        ? checkPair(path('docs'), mentions, path('i18n/en/docusaurus-plugin-content-docs/current'), pair)
        : []
    }),
  ]
}

function readPages(siteDir: string, folder: string): Map<string, Mention[]> {
  const names = readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .map((name) => {
        const path = `${folder}/${name}`
        return [name, findMentions(path, readFileSync(join(siteDir, path), 'utf8'))]
      }),
  )
}

/** Empties the front matter and keeps its lines, so that the rest stays where it was. */
function withoutFrontMatter(source: string): string {
  return source.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ''))
}

function phrase({ of, test }: Mention): string {
  return test === undefined ? `"${of}"` : `"${of}", "${test}"`
}

/** The names nearest to a wrong one, as the end of a sentence. */
function nearest(wrong: string, names: string[]): string {
  if (names.length === 0) return ''
  const near = names
    .map((name) => ({ name, steps: distance(wrong, name) }))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 3)
  return ` (nearest: ${near.map(({ name }) => `"${name}"`).join(', ')})`
}

/** How many letters must change to make `a` of `b`. */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()]
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const same = letter === b[j] ? 0 : 1
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}
