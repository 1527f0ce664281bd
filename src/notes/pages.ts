import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createProcessor } from '@mdx-js/mdx'
import leven from 'leven'
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Language } from '../../reference/languages.ts'
import { remember } from './remember.ts'

/** The folder of the pages in each language. */
export const folders: Readonly<Record<Language, string>> = {
  zh: 'docs',
  en: 'i18n/en/docusaurus-plugin-content-docs/current',
}

/** A page of the site. */
export interface Page {
  /** Its file in the folder of its language, the same in each: `ops/new-session.mdx`. */
  name: string
  /** Its file from the root of the site. */
  file: string
  source: string
}

/** Reads the pages of the site in `siteDir`, sorted by name: those of one language, or of both. */
export function readPages(siteDir: string, language?: Language): Page[] {
  if (!language) return [...readPages(siteDir, 'zh'), ...readPages(siteDir, 'en')]
  const folder = folders[language]
  return readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`
      return { name, file, source: readFileSync(join(siteDir, file), 'utf8') }
    })
}

/** Returns the file of a page that is being compiled, from the root of the site, as messages of the build name it. */
export function fileOf({ path }: Pick<VFile, 'path'>): string {
  return relative(process.cwd(), path).replaceAll('\\', '/')
}

/** Parses a page. The tree is shared: do not change it. A page that is not valid MDX has an empty tree. */
export function parsePage(source: string): Root {
  return parse(source).tree
}

/**
 * Checks that pages are valid MDX, and parses each of them.
 *
 * @returns one message for each page that is not, beginning with its file and a line
 */
export function checkSyntax(siteDir: string): string[] {
  return readPages(siteDir).flatMap(({ file, source }) => {
    const { error } = parse(source)
    return error ? [`${file}:${error.line ?? 1}: ${error.reason}`] : []
  })
}

/** Several checks parse every page. */
const parse = remember((source): { tree: Root; error?: VFile['messages'][number] } => {
  try {
    return { tree: createProcessor({ format: 'mdx' }).parse(withoutFrontMatter(source)) }
  } catch (error) {
    return { tree: { type: 'root', children: [] }, error: error as VFile['messages'][number] }
  }
})

/** Matches the front matter of a page, its `---` lines included. */
export const matterPattern = /^---\n[\s\S]*?\n---\n/

/** Empties the lines of the front matter. The others keep their numbers. */
function withoutFrontMatter(source: string): string {
  return source.replace(matterPattern, (matter) => matter.replace(/[^\n]/g, ''))
}

/** Returns the label of a page in the table of contents. */
export function labelIn(source: string): string {
  const matter = matterPattern.exec(source)?.[0] ?? ''
  const [, label = ''] = /^sidebar_label: (.*)$/m.exec(matter) ?? /^title: (.*)$/m.exec(matter) ?? []
  return label.replace(/^(["'])(.*)\1$/, '$2')
}

/** Returns the three names nearest to a wrong one, as the end of a message. */
export function nearest(wrong: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const near = names
    .map((name) => ({ name, distance: leven(wrong, name) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
  return ` (nearest: ${near.map(({ name }) => `"${name}"`).join(', ')})`
}
