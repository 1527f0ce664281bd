import { relative } from 'node:path'
import type { VFile } from 'vfile'
import { isThenAndNow, mention, type Node } from './pages.ts'

/** Where Docusaurus keeps what a plugin generates. */
const generated = '@generated/then-and-now/default'

/** Gives every `<ThenAndNow of="…" />` of a page the data that the build generated for it. */
export function thenAndNowData() {
  return (tree: Node, file: VFile): void => {
    const imports: Node[] = []
    const visit = (node: Node): void => {
      if (isThenAndNow(node)) {
        const { of } = mention(node, relative(process.cwd(), file.path))
        const name = `situation${imports.length}`
        imports.push(importOf(name, `${generated}/${of}.json`))
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'data', value: expression(name) }]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
    tree.children?.unshift(...imports)
  }
}

function importOf(name: string, from: string): Node {
  const declaration = {
    type: 'ImportDeclaration',
    specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
    source: { type: 'Literal', value: from, raw: JSON.stringify(from) },
  }
  return { type: 'mdxjsEsm', data: { estree: program(declaration) } }
}

function expression(name: string) {
  const statement = { type: 'ExpressionStatement', expression: { type: 'Identifier', name } }
  return { type: 'mdxJsxAttributeValueExpression', value: name, data: { estree: program(statement) } }
}

function program(statement: object) {
  return { type: 'Program', sourceType: 'module', body: [statement] }
}
