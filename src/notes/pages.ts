import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProcessor } from '@mdx-js/mdx'

/** Where the notes are, in Chinese and in English. */
export const folders = { zh: 'docs', en: 'i18n/en/docusaurus-plugin-content-docs/current' }

/** The parts of an MDX syntax tree that are read here. */
export interface Node {
  type: string
  data?: unknown
  name?: string | null
  /** Of a heading. */
  depth?: number
  attributes?: { type: string; name?: string; value?: unknown }[]
  children?: Node[]
  position?: { start: { line: number } }
}

/** Finds every `<name … />` in the source of a page, in order. */
export function findElements(name: string, source: string): Node[] {
  return findNodes(source, (node) => isElement(name, node))
}

/** Finds what begins the sections of a page, in order. */
export function findSections(source: string): Node[] {
  return findNodes(source, ({ type, depth }) => type === 'heading' && depth === 2)
}

function findNodes(source: string, isIt: (node: Node) => boolean): Node[] {
  const found: Node[] = []
  const visit = (node: Node): void => {
    if (isIt(node)) found.push(node)
    node.children?.forEach(visit)
  }
  visit(parse(source))
  return found
}

/** Syntax trees by what they are of: every check reads every page, in each language. */
const parsed = new Map<string, Node>()

function parse(source: string): Node {
  const tree =
    parsed.get(source) ?? (createProcessor({ format: 'mdx' }).parse(withoutFrontMatter(source)) as Node)
  parsed.set(source, tree)
  return tree
}

/** True for the element `<name … />`. */
export function isElement(name: string, node: Node): boolean {
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name
}

/** The sources of all pages in a folder of the site, by their names in it. */
export function readPages(siteDir: string, folder: string): Map<string, string> {
  const names = readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .map((name) => [name, readFileSync(join(siteDir, folder, name), 'utf8')]),
  )
}

/** Empties the front matter and keeps its lines, so that the rest stays where it was. */
function withoutFrontMatter(source: string): string {
  return source.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ''))
}

/** The names nearest to a wrong one, as the end of a sentence. */
export function nearest(wrong: string, names: string[]): string {
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
