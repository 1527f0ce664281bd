import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import type { Definition, Link, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { headings } from './headings.ts'
import { fileOf } from './pages.ts'

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

/** Checks a link in the file `from`. Returns its problem, if there is one. */
export function follow(url: string, from: string): string | undefined {
  const [path = '', id = ''] = decodeURI(url).split('#')
  if (path.startsWith('/')) return `"${url}": name the file (./note.mdx), not the address`
  const target = path ? normalize(join(dirname(from), path)) : from
  if (!existsSync(target)) return `"${url}": there is no file ${target}`
  if (!id || !/\.mdx?$/.test(target)) return undefined
  const source = readFileSync(target, 'utf8')
  const ids = headings(source).map((heading) => heading.id)
  if (ids.includes(id) || source.includes(`id="${id}"`)) return undefined
  const known = ids.filter(Boolean).join(', #')
  return `"${url}": no section #${id} in ${target}${known && ` (there are #${known})`}`
}
