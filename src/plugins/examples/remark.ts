import type { VFile } from 'vfile'
import { importOf, valueNamed } from '../imports.ts'
import { isElement, type Node } from '../pages.ts'
import { mention } from './pages.ts'
import { dataName } from './render.ts'

/** Where Docusaurus keeps what a plugin generates. */
const generated = '@generated/examples/default'

/** Gives every `<Example of="…" test="…" />` of a page the data that the build generated for it. */
export function exampleData() {
  return (tree: Node, file: VFile): void => {
    const imports: Node[] = []
    const visit = (node: Node): void => {
      if (isElement('Example', node)) {
        const { of, test } = mention(node, file.path)
        const name = `example${imports.length}`
        imports.push(importOf(name, `${generated}/${dataName(of, test)}.json`))
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'data', value: valueNamed(name) }]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
    tree.children?.unshift(...imports)
  }
}
