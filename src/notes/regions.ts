import ts from 'typescript'
import { codeDigest, keep } from './on-disk.ts'
import { remember } from './remember.ts'

/** The part of a file that holds one `test(…)` call and the comment right above it. */
export interface Region {
  title: string
  /** Its offsets in the text of the file. */
  start: number
  end: number
  /** Its first and last line, counted from 1. */
  firstLine: number
  lastLine: number
}

const code = codeDigest()

/** Finds the tests of a file, in order, also those in a `describe`. */
export function findTests(file: string, source: string): Region[] {
  return keep('tests', [code, file, source], () => findTestsAnew(file, source))
}

function findTestsAnew(file: string, source: string): Region[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line + 1
  const regions: Region[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && isTest(node.expression)) {
      const call = node.expression as ts.CallExpression
      const name = call.arguments[0]
      const where = `${file}:${lineOf(call.getStart())}`
      if (!name || !ts.isStringLiteralLike(name))
        throw new Error(`${where}: a test's title is written out, as a string`)
      const twin = regions.find(({ title }) => title === name.text)
      if (twin)
        throw new Error(`${where}: line ${twin.firstLine} has a test of the same title, "${name.text}"`)
      const start = withComment(node, source, lineOf)
      const end = node.getEnd()
      regions.push({ title: name.text, start, end, firstLine: lineOf(start), lastLine: lineOf(end) })
    } else {
      ts.forEachChild(node, visit)
    }
  }
  visit(tree)
  return regions
}

/** Returns true for `test(…)`, `it.skip(…)`, `test.each([…])(…)`. */
function isTest(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node)) return false
  let callee: ts.Expression = node.expression
  while (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) callee = callee.expression
  return ts.isIdentifier(callee) && (callee.text === 'test' || callee.text === 'it')
}

/** Returns the offset at which a statement starts, including the comments that no empty line separates from it. */
export function withComment(node: ts.Node, source: string, lineOf: (position: number) => number): number {
  let start = node.getStart()
  for (const comment of (ts.getLeadingCommentRanges(source, node.pos) ?? []).reverse()) {
    if (lineOf(comment.end) < lineOf(start) - 1) break
    start = comment.pos
  }
  return start
}

/** Counts the lines of the imports at the beginning of a file; 0 if it begins with something else. */
export function countImportLines(source: string): number {
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest, true)
  const end = tree.statements.findIndex((statement) => !ts.isImportDeclaration(statement))
  const imports = tree.statements.slice(0, end < 0 ? undefined : end)
  const [first, last] = [imports[0], imports.at(-1)]
  if (!first || !last || first.getStart() > 0) return 0
  return tree.getLineAndCharacterOfPosition(last.end).line + 1
}

/** Returns the specifiers that a module imports at run time. Many examples import the same modules. */
export const findImports = remember((source): readonly string[] =>
  keep('imports', [code, source], () => findImportsAnew(source)),
)

function findImportsAnew(source: string): string[] {
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest)
  return tree.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly
    const from = isImport || isExport ? statement.moduleSpecifier : undefined
    return from && ts.isStringLiteral(from) ? [from.text] : []
  })
}
