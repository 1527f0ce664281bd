import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path/posix'
import type { Definition, Link, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { fallbackOf, languageOf } from '../../reference/languages.ts'
import { hasAllIds, headings } from './headings.ts'
import { fileOf, nearest, parsePage, readPages, shownFile } from './pages.ts'

/**
 * Throws for a link to a page or a section that does not exist, with file and line.
 *
 * Docusaurus reports such links at the end of the build, without the line.
 */
export function remarkLinks() {
  return (tree: Root, vfile: VFile): void => {
    const [problem] = linkProblems(tree, fileOf(vfile))
    if (problem) throw new Error(problem)
  }
}

/**
 * Leads links between pages of which only one is translated to the file that the site shows: Docusaurus looks for
 * `./note.mdx` in the folder of the page only.
 */
export function remarkShownPages() {
  return (tree: Root, vfile: VFile): void => {
    const language = languageOf(process.env.DOCUSAURUS_CURRENT_LOCALE ?? '')
    if (!fallbackOf(language)) return
    const file = fileOf(vfile)
    visit(tree, ['link', 'definition'], (node) => {
      const link = node as Link | Definition
      const [, path = '', rest = ''] = /^(?![a-z]+:|\/)([^#?]+\.mdx)(.*)$/i.exec(link.url) ?? []
      if (path) link.url = `@site/${shownFile(normalize(join(dirname(file), path)), language)}${rest}`
    })
  }
}

/**
 * Checks the links of all pages to pages and sections.
 *
 * @returns one message for each link that leads nowhere, beginning with a file and a line
 */
export function checkPageLinks(siteDir: string): string[] {
  return readPages(siteDir).flatMap(({ file, source }) => linkProblems(parsePage(source), file, siteDir))
}

function linkProblems(tree: Root, file: string, siteDir = ''): string[] {
  const problems: string[] = []
  visit(tree, ['link', 'definition'], (node) => {
    const { url, position } = node as Link | Definition
    const problem = follow(url, file, siteDir)
    if (problem) problems.push(`${file}:${position?.start.line ?? 1}: ${problem}`)
  })
  return problems
}

/**
 * Checks a link in the file `from`, a path from `siteDir`. Returns its problem, if there is one. Links to other sites are
 * not followed.
 */
export function follow(url: string, from: string, siteDir = ''): string | undefined {
  if (/^[a-z]+:/i.test(url)) return undefined
  const [path = '', id = ''] = decodeURI(url).split('#')
  if (path.startsWith('/')) return `"${url}": name the file (./note.mdx), not the address`
  const page = normalize(join(dirname(from), path))
  const target = path ? shownFile(page, languageOf(from), siteDir) : from
  const place = join(siteDir, target)
  if (!existsSync(place)) {
    const pages = target.endsWith('.mdx') ? readPages(siteDir, languageOf(target)) : []
    const links = pages.map(({ file }) => relative(dirname(from), file).replace(/^(?!\.)/, './'))
    return `"${url}": there is no file ${target}${nearest(path, links)}`
  }
  if (!id || !/\.mdx?$/.test(target)) return undefined
  const source = readFileSync(place, 'utf8')
  const ids = headings(source).map((heading) => heading.id)
  if (ids.includes(id) || source.includes(`id="${id}"`) || !hasAllIds(source)) return undefined
  const known = ids.filter(Boolean).join(', #')
  return `"${url}": no section #${id} in ${target}${known && ` (there are #${known})`}`
}
