import ts from 'typescript'

/** Removes the comments and the indentation of a module. Every line keeps its number. */
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

/** Reduces the text between two tokens to its line breaks, or to one space. */
function between(trivia: string): string {
  return trivia && (trivia.replace(/[^\n]+/g, '') || ' ')
}
