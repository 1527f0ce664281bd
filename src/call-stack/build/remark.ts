import { relative } from 'node:path'
import type { VFile } from 'vfile'
import { importOf, valueNamed } from '../../notes/imports.ts'
import { isElement, type Node } from '../../notes/pages.ts'
import { dataName } from '../call-stack.ts'
import { mention } from './pages.ts'

/** Where Docusaurus keeps what a plugin generates. */
const generated = '@generated/call-stacks/default'

/** Gives every `<CallStack of="…" />` of a page the data that the build generated for it. */
export function callStackData() {
  return (tree: Node, file: VFile): void => {
    const imports: Node[] = []
    const visit = (node: Node): void => {
      if (isElement('CallStack', node)) {
        const { ids } = mention(node, relative(process.cwd(), file.path))
        const name = `callStack${imports.length}`
        imports.push(importOf(name, `${generated}/${dataName(ids)}.json`))
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'data', value: valueNamed(name) }]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
    tree.children?.unshift(...imports)
  }
}
