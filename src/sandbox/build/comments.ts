import ts from 'typescript'

/** Removes the comments of a module. Every line keeps its number. */
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

/** The space between two tokens. If there are comments in it, only its line breaks are kept, or one space. */
function between(trivia: string): string {
  return trivia.trim() ? trivia.replace(/[^\n]+/g, '') || ' ' : trivia
}
