import ts from 'typescript'

/** Takes the comments out of a module and leaves every line where it was. */
export function withoutComments(source: string): string {
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest, true)
  let code = ''
  const visit = (node: ts.Node): void => {
    if (ts.isToken(node)) {
      const start = node.getStart()
      code += between(source.slice(node.pos, start)) + source.slice(start, node.end)
    } else if (!ts.isJSDoc(node)) {
      node.getChildren().forEach(visit)
    }
  }
  visit(tree)
  return code
}

/** What stands between two tokens, if it is more than space, becomes the least that keeps the lines. */
function between(trivia: string): string {
  return trivia.trim() ? trivia.replace(/[^\n]+/g, '') || ' ' : trivia
}
