import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createProcessor } from '@mdx-js/mdx'
import leven from 'leven'
import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import type { VFile } from 'vfile'
import {
  codeLanguage,
  defaultLanguage,
  fallbackOf,
  folderOf,
  type Language,
  languageOf,
  languages,
  textIn,
} from '../../reference/languages.ts'
import { matterPattern, withoutFrontMatter } from './matter.ts'
import { codeDigest, keep } from './on-disk.ts'
import { remember } from './remember.ts'
import { type SyntaxProblem, syntaxProblem, syntaxWords } from './syntax.ts'

export { matterPattern }

/** A page of the site. */
export interface Page {
  /** Its file in the folder of its language, the same in each: `ops/new-session.mdx`. */
  name: string
  /** Its file from the root of the site. */
  file: string
  source: string
}

/** Reads the pages of the site in `siteDir`, sorted by name: those in one language, or in all. */
export function readPages(siteDir: string, language?: Language): Page[] {
  if (!language) return languages.flatMap((language) => readPages(siteDir, language))
  const folder = folderOf(language)
  if (!existsSync(join(siteDir, folder))) return []
  return readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`
      return { name, file, source: readFileSync(join(siteDir, file), 'utf8') }
    })
}

/** Reads the pages as the site has them in a language: those that are not translated are in its fallback. */
export function readShownPages(siteDir: string, language: Language): Page[] {
  const pages = readPages(siteDir, language)
  const fallback = fallbackOf(language)
  if (!fallback) return pages
  const isTranslated = ({ name }: Page) => pages.some((page) => page.name === name)
  return [...pages, ...readPages(siteDir, fallback).filter((page) => !isTranslated(page))]
}

/**
 * Returns the file of a page as the site in a language with a fallback shows it: the file in this language or, if the
 * page is not translated, that in the fallback.
 *
 * @param file the page in any language
 */
export function shownFile(file: string, language: Language, siteDir = ''): string {
  const fallback = fallbackOf(language)
  if (!fallback) return file
  const name = file.slice(folderOf(languageOf(file)).length)
  const own = folderOf(language) + name
  return existsSync(join(siteDir, own)) ? own : folderOf(fallback) + name
}

/** Reads each page in the default language, and the same page in another. */
export function readPairs(siteDir: string): { page: Page; pair: Page }[] {
  const pages = readPages(siteDir, defaultLanguage)
  const others = languages.filter((language) => language !== defaultLanguage)
  return others
    .flatMap((language) => readPages(siteDir, language))
    .flatMap((pair) => {
      const page = pages.find(({ name }) => name === pair.name)
      return page ? [{ page, pair }] : []
    })
}

/** Returns the file of a page that is being compiled, from the root of the site, as messages of the build name it. */
export function fileOf({ path }: Pick<VFile, 'path'>): string {
  return relative(process.cwd(), path).replaceAll('\\', '/')
}

/**
 * Parses a page. The offsets in the tree are those in the source. The tree is shared: do not change it.
 *
 * @returns an empty tree if the page is not valid MDX, which {@link checkSyntax} reports
 */
export function parsePage(source: string): Root {
  return parse(source).tree
}

/**
 * Checks that pages are valid MDX.
 *
 * @returns one message for each page that is not, beginning with its file and a line
 */
export function checkSyntax(siteDir: string): string[] {
  return readPages(siteDir).flatMap(({ file, source }) => {
    const { error } = parse(source)
    return error ? [`${file}:${error.line}: ${said(error)} (column ${error.column})`] : []
  })
}

const said = textIn(syntaxWords, codeLanguage)

/** Parses as the site does: with tables, and with bold text beside Chinese punctuation. */
const processor = createProcessor({ format: 'mdx', remarkPlugins: [remarkGfm, remarkCjkFriendly] })

const code = codeDigest()

/** Several checks parse every page. */
const parse = remember((source): { tree: Root; error?: SyntaxProblem } => {
  try {
    return { tree: keep('trees', [code, source], () => processor.parse(withoutFrontMatter(source))) }
  } catch (error) {
    return { tree: { type: 'root', children: [] }, error: syntaxProblem(error) }
  }
})

/**
 * Calls `read` with the text of every page, in any order: programs that begin at the same time with different pages find
 * on the disk what others have made of the rest.
 */
export function readAhead(siteDir: string, read: (source: string) => unknown): void {
  const pages = readPages(siteDir).map((page) => ({ page, at: Math.random() }))
  for (const { page } of pages.sort((a, b) => a.at - b.at)) read(page.source)
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
