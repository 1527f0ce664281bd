import { relative } from 'node:path'
import type { VFile } from 'vfile'
import { importOf, valueNamed } from '../../notes/imports.ts'
import { isElement, type Node } from '../../notes/pages.ts'
import { mention } from './pages.ts'

/** Where Docusaurus keeps what a plugin generates. */
const generated = '@generated/call-stacks/default'

/** Gives every `<CallStack of="…" />` of a page the data that the build generated for it. */
export function callStackData() {
  return (tree: Node, file: VFile): void => {
    const names = new Map<string, string>()
    const nameOf = (id: string) => {
      const name = names.get(id) ?? `callStack${names.size}`
      names.set(id, name)
      return name
    }
    const visit = (node: Node): void => {
      if (isElement('CallStack', node)) {
        const { ids } = mention(node, relative(process.cwd(), file.path))
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'data', value: valueNamed(ids.map(nameOf)) }]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
    tree.children?.unshift(...[...names].map(([id, name]) => importOf(name, `${generated}/${id}.json`)))
  }
}
