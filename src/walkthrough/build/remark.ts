import { relative } from 'node:path'
import type { VFile } from 'vfile'
import { mention } from '../../example/build/pages.ts'
import { importOf, valueNamed } from '../../notes/imports.ts'
import { isElement, type Node } from '../../notes/pages.ts'
import { dataName } from './render.ts'

/** Where Docusaurus keeps what a plugin generates. */
const generated = '@generated/walkthroughs/default'

/** Gives every `<Walkthrough … />` of a page the data that the build generated for it. */
export function walkthroughData() {
  return (tree: Node, file: VFile): void => {
    const imports: Node[] = []
    const visit = (node: Node): void => {
      if (isElement('Walkthrough', node)) {
        const { of, test } = mention(node, relative(process.cwd(), file.path))
        const name = `walkthrough${imports.length}`
        imports.push(importOf(name, `${generated}/${dataName(of, test)}.json`))
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'data', value: valueNamed(name) }]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
    tree.children?.unshift(...imports)
  }
}
