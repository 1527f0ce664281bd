import ts from 'typescript'
import { completeLanguages, languages, tagOf } from '../../reference/languages.ts'

/** Files of texts: words of the interface, and facts that pages are made from. They may name languages. */
const textFiles = /(^|[/-])words\.ts$|^reference\//

/** Keys and tags. Those of a language with a fallback are not looked for: its key may be any short word. */
const names = completeLanguages.flatMap((language) => [language, tagOf(language)])

/** Matches a name anywhere in a pattern. */
const inPattern = new RegExp(`\\b(?:${names.join('|')})\\b`)

/** Matches a name that is a whole string, or a part of a path or of the name of a file. */
const named = new RegExp(`(?:^|[/\\\\.])(?:${names.join('|')})(?:$|[/\\\\.])`)

/**
 * Finds the languages that a file names although it is no file of texts: code goes by `i18n/languages.json`. A table of
 * texts, `{ zh: …, en: … }`, may stand in any file, but has a text for each language without a fallback. A table of
 * lists may lack one.
 *
 * @param file its name from the root of the site
 * @returns one message for each problem, beginning with the file and a line
 */
export function languageNames(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const problems: string[] = []
  const complain = (node: ts.Node, what: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
    problems.push(`${file}:${line + 1}: ${what}`)
  }
  const visit = (node: ts.Node): void => {
    const keys = ts.isObjectLiteralExpression(node) ? keysOf(node) : []
    if (isTable(keys) && !hasLists(node)) {
      const missing = completeLanguages.filter((language) => !keys.includes(language))
      if (missing.length > 0) complain(node, `this table of texts has none in ${missing.join(' and ')}`)
    }
    if (!textFiles.test(file) && isName(node) && !isKeyOfTable(node))
      complain(node, `names a language, ${node.getText()}: use reference/languages.ts`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return problems
}

function keysOf({ properties }: ts.ObjectLiteralExpression): string[] {
  return properties.map(({ name }) =>
    name && ts.isStringLiteral(name) ? name.text : (name?.getText() ?? ''),
  )
}

/** Returns true for the keys of a table of texts: languages, among them one without a fallback. */
function isTable(keys: readonly string[]): boolean {
  return keys.some((key) => completeLanguages.includes(key)) && keys.every((key) => languages.includes(key))
}

/** Returns true for a table of lists: one that is missing has no items. */
function hasLists(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every(
      (property) => ts.isPropertyAssignment(property) && ts.isArrayLiteralExpression(property.initializer),
    )
  )
}

function isName(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return names.includes(node.text)
  if (ts.isRegularExpressionLiteral(node)) return inPattern.test(node.text)
  const isString =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  return isString && named.test(node.text)
}

function isKeyOfTable({ parent }: ts.Node): boolean {
  return (
    ts.isObjectLiteralElement(parent) &&
    ts.isObjectLiteralExpression(parent.parent) &&
    isTable(keysOf(parent.parent))
  )
}
