import { relative } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { VFile } from 'vfile'
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
 * It needs {@link cLineData} among the remark plugins of the notes, and `C` (`src/c-line/CLine.tsx`) among the MDX
 * components.
 */
export function cLines({ siteDir }: LoadContext): Plugin {
  return {
    name: 'c-lines',

    async loadContent() {
      refuse(checkReferences(siteDir))
    },
  }
}

/** Gives `<C in="…" />` the lines of its symbol. */
export function cLineData() {
  return (tree: Node, file: VFile): void => {
    const path = relative(process.cwd(), file.path).replaceAll('\\', '/')
    const visit = (node: Node): void => {
      if (isElement('C', node)) {
        const reference = referenceOf(node, `${path}:${node.position?.start.line ?? 1}`, [])
        const lines = reference.at ?? [...new Set(linesOf(reference))].join('-')
        if (!lines)
          throw new Error(`${reference.place}: no lines are known of ${reference.within.join(', ')}`)
        const file = (node.attributes ?? []).filter(({ name }) => name === 'of')
        node.attributes = [...file, { type: 'mdxJsxAttribute', name: 'at', value: lines }]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
  }
}
