import ts from 'typescript'

/**
 * Reads the value of `export const answer = …` in the solution of a prediction: a number, a text, or a list of texts.
 *
 * @throws if the module has no such constant
 */
export function answerIn(file: string, source: string): unknown {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest)
  for (const statement of tree.statements)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && name.text === 'answer' && initializer) return literal(initializer)
  throw new Error(`${file}:1: expected "export const answer = …"`)
}

function literal(node: ts.Expression): unknown {
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literal)
  return undefined
}
