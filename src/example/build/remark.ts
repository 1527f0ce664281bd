import type { VFile } from 'vfile'
import { dataName } from '../../notes/data-name.ts'
import { importOf, valueNamed } from '../../notes/imports.ts'
import { isElement, type Node } from '../../notes/pages.ts'
import { mention } from './pages.ts'

/** Where Docusaurus keeps what a plugin generates. */
const generated = '@generated/examples/default'

/** The titles of the tests that a page has a `<Walkthrough>` of. */
function walksIn(tree: Node): Set<unknown> {
  const titles = new Set<unknown>()
  const visit = (node: Node): void => {
    if (isElement('Walkthrough', node))
      titles.add(node.attributes?.find(({ name }) => name === 'test')?.value)
    node.children?.forEach(visit)
  }
  visit(tree)
  return titles
}

/** Gives every `<Example of="…" test="…" />` of a page the data that the build generated for it. */
export function exampleData() {
  return (tree: Node, file: VFile): void => {
    const imports: Node[] = []
    const walked = walksIn(tree)
    const visit = (node: Node): void => {
      if (isElement('Example', node)) {
        const { of, test } = mention(node, file.path)
        const name = `example${imports.length}`
        imports.push(importOf(name, `${generated}/${dataName(of, test)}.json`))
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'data', value: valueNamed(name) }]
        if (test !== undefined && walked.has(test))
          node.attributes.push({ type: 'mdxJsxAttribute', name: 'data-walked', value: '' })
      }
      node.children?.forEach(visit)
    }
    visit(tree)
    tree.children?.unshift(...imports)
  }
}
