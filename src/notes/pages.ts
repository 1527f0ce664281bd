import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createProcessor } from '@mdx-js/mdx'
import leven from 'leven'
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Language } from '../../reference/languages.ts'

/** Where the notes are. */
export const folders: Readonly<Record<Language, string>> = {
  zh: 'docs',
  en: 'i18n/en/docusaurus-plugin-content-docs/current',
}

/** Patterns of the files of all pages. */
export const pageFiles = Object.values(folders).map((folder) => `${folder}/**/*.mdx`)

/** A page of the notes. */
export interface Page {
  /** Its file in the folder of its language, the same in each: `ops/new-session.mdx`. */
  name: string
  /** Its file from the root of the site. */
  file: string
  source: string
}

/** Reads the pages of a language of the site in `siteDir`, in the order of their names; of both, if none is given. */
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

/** The file of a page that is being compiled, from the root of the site, as all messages of the build name it. */
export function fileOf({ path }: Pick<VFile, 'path'>): string {
  return relative(process.cwd(), path).replaceAll('\\', '/')
}

/** Trees by their sources: several checks read every page, in each language. */
const parsed = new Map<string, Root>()

/** The syntax tree of a page. It is shared: do not change it. */
export function parsePage(source: string): Root {
  const tree = parsed.get(source) ?? createProcessor({ format: 'mdx' }).parse(withoutFrontMatter(source))
  parsed.set(source, tree)
  return tree
}

/** The front matter of a page, with the lines around it. */
export const matterPattern = /^---\n[\s\S]*?\n---\n/

/** Empties the front matter and keeps its lines, so that the rest stays where it was. */
function withoutFrontMatter(source: string): string {
  return source.replace(matterPattern, (matter) => matter.replace(/[^\n]/g, ''))
}

/** What a page is called in the table of contents. */
export function labelIn(source: string): string {
  const matter = matterPattern.exec(source)?.[0] ?? ''
  const [, label = ''] = /^sidebar_label: (.*)$/m.exec(matter) ?? /^title: (.*)$/m.exec(matter) ?? []
  return label.replace(/^(["'])(.*)\1$/, '$2')
}

/** The three names nearest to a wrong one, as the end of a sentence. */
export function nearest(wrong: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const near = names
    .map((name) => ({ name, distance: leven(wrong, name) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
  return ` (nearest: ${near.map(({ name }) => `"${name}"`).join(', ')})`
}
