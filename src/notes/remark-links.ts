import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import type { Definition, Link, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { fallbackOf, languageOf } from '../../reference/languages.ts'
import { headings } from './headings.ts'
import { fileOf, shownFile } from './pages.ts'

/**
 * Throws for a link to a page or a section that does not exist, with file and line.
 *
 * Docusaurus reports such links at the end of the build, without the line.
 */
export function remarkLinks() {
  return (tree: Root, vfile: VFile): void => {
    const file = fileOf(vfile)
    visit(tree, ['link', 'definition'], (node) => {
      const { url, position } = node as Link | Definition
      const problem = /^[a-z]+:/i.test(url) ? undefined : follow(url, file)
      if (problem) throw new Error(`${file}:${position?.start.line ?? 1}: ${problem}`)
    })
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

/** Checks a link in the file `from`. Returns its problem, if there is one. */
export function follow(url: string, from: string): string | undefined {
  const [path = '', id = ''] = decodeURI(url).split('#')
  if (path.startsWith('/')) return `"${url}": name the file (./note.mdx), not the address`
  const target = path ? shownFile(normalize(join(dirname(from), path)), languageOf(from)) : from
  if (!existsSync(target)) return `"${url}": there is no file ${target}`
  if (!id || !/\.mdx?$/.test(target)) return undefined
  const source = readFileSync(target, 'utf8')
  const ids = headings(source).map((heading) => heading.id)
  if (ids.includes(id) || source.includes(`id="${id}"`)) return undefined
  const known = ids.filter(Boolean).join(', #')
  return `"${url}": no section #${id} in ${target}${known && ` (there are #${known})`}`
}
