import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { headings } from './headings.ts'

/**
 * Refuses a link to a note or a section that does not exist, by file and line.
 *
 * Docusaurus finds them too, at the end of the build, but can only say on which page.
 */
export function remarkLinks() {
  return (tree: Root, file: VFile): void => visit(tree, file)
}

function visit(parent: Root | RootContent, file: VFile): void {
  if ((parent.type === 'link' || parent.type === 'definition') && !/^[a-z]+:/i.test(parent.url)) {
    const problem = follow(parent.url, file.path)
    const place = `${relative(process.cwd(), file.path)}:${parent.position?.start.line ?? 1}`
    if (problem) throw new Error(`${place}: ${problem}`)
  }
  if ('children' in parent) for (const child of parent.children) visit(child, file)
}

/** What is wrong with a link in `from`, if anything is. */
export function follow(url: string, from: string): string | undefined {
  const [path = '', id = ''] = decodeURI(url).split('#')
  if (path.startsWith('/')) return `"${url}": name the file (./note.mdx), not the address`
  const target = path ? resolve(dirname(from), path) : from
  if (!existsSync(target)) return `"${url}": there is no file ${relative(process.cwd(), target)}`
  if (!id || !/\.mdx?$/.test(target)) return undefined
  const source = readFileSync(target, 'utf8')
  const ids = headings(source).map((heading) => heading.id)
  if (ids.includes(id) || source.includes(`id="${id}"`)) return undefined
  const known = ids.filter(Boolean).join(', #')
  return `"${url}": no section #${id} in ${relative(process.cwd(), target)}${known && ` (there are #${known})`}`
}
