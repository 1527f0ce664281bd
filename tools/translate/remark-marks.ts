import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { markOfLine } from './marks.ts'

/** A remark plugin: removes the marks, which otherwise leave empty comments and line breaks in the built page. */
export function remarkMarks() {
  return (tree: Root): void => {
    visit(tree, 'mdxFlowExpression', (node, index, parent) => {
      if (!parent || index === undefined || !markOfLine(`{${node.value}}`)) return
      parent.children.splice(index, 1)
      return [SKIP, index]
    })
  }
}
