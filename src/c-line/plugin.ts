import { relative } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { VFile } from 'vfile'
import { placeName, sourceUrl } from '../../reference/kernel-source.ts'
import { isElement, type Node } from '../notes/pages.ts'
import { refuse } from '../notes/refuse.ts'
import { checkReferences } from './check.ts'
import { referenceOf } from './elements.ts'
import { linesOf } from './reference.ts'

/**
 * Checks the references to lines of the kernel tree: on pages, in `reference/`, and in the comments of `examples/`.
 *
 * A reference to an unknown file or symbol, to a line that is not in its symbol, or one that only one of two languages
 * has fails the build; `npm run dev` only says so.
 *
 * It needs {@link cLineData} among the remark plugins of the notes.
 */
export function cLines({ siteDir }: LoadContext): Plugin {
  return {
    name: 'c-lines',

    async loadContent() {
      refuse(checkReferences(siteDir))
    },
  }
}

/** Makes `<C in="…" />` a link to the lines in the public copy of the tree. */
export function cLineData() {
  return (tree: Node, file: VFile): void => {
    const path = relative(process.cwd(), file.path).replaceAll('\\', '/')
    const visit = (node: Node): void => {
      if (isElement('C', node)) {
        const reference = referenceOf(node, `${path}:${node.position?.start.line ?? 1}`, [])
        const lines = reference.at ?? [...new Set(linesOf(reference))].join('-')
        if (!lines)
          throw new Error(`${reference.place}: no lines are known of ${reference.within.join(', ')}`)
        Object.assign(node, linkTo(reference.file, lines))
      }
      node.children?.forEach(visit)
    }
    visit(tree)
  }
}

function linkTo(file: string, lines: string): Partial<Node> {
  const [first = '', last] = lines.split('-')
  const attributes = { className: 'c-line', href: sourceUrl(file, first, last), title: file }
  return {
    name: 'a',
    attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    data: { _mdxExplicitJsx: true }, // no link of Markdown: it does not become a component of Docusaurus
    children: [{ type: 'text', value: placeName(file, first, last) } as Node],
  }
}
