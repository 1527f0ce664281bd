import ts from 'typescript'
import { lineCounter, parseJson } from './files.ts'
import { stringsIn, type UnitText } from './units.ts'

/** Finds the messages of Docusaurus in code, by their ids: `translate({ id, message })` and `<Translate id="…">`. */
export function messagesInCode(file: string, source: string): Map<string, UnitText> {
  const messages = new Map<string, UnitText>()
  if (!/\bTranslate\b|\btranslate\(/.test(source)) return messages
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const add = (id: string | undefined, text: string | undefined, node: ts.Node) => {
    if (!id || text === undefined || messages.has(id)) return
    messages.set(id, { line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'translate') {
      const [argument] = node.arguments
      if (argument && ts.isObjectLiteralExpression(argument))
        add(propertyOf(argument, 'id'), propertyOf(argument, 'message'), node)
    }
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Translate')
      add(idOf(node.openingElement), textOf(node), node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return messages
}

/** Finds the messages in one of Docusaurus's JSON files: `{ "id": { "message": "…" } }`. */
export function messagesInJson(file: string, source: string): Map<string, UnitText> {
  const messages = new Map<string, UnitText>()
  const lineOf = lineCounter(source)
  // The source of the theme's own words is in Docusaurus.
  for (const [id, { message }] of Object.entries(
    parseJson<Record<string, { message?: string }>>(file, source),
  ))
    if (message !== undefined && !id.startsWith('theme.'))
      messages.set(id, { line: lineOf(source.indexOf(JSON.stringify(id))), text: message })
  return messages
}

function propertyOf(object: ts.ObjectLiteralExpression, name: string): string | undefined {
  const property = object.properties.find((property) => property.name?.getText() === name)
  const value = property && ts.isPropertyAssignment(property) ? property.initializer : undefined
  return value && ts.isStringLiteralLike(value) ? value.text : undefined
}

function idOf({ attributes }: ts.JsxOpeningElement): string | undefined {
  for (const attribute of attributes.properties)
    if (ts.isJsxAttribute(attribute) && attribute.name.getText() === 'id') {
      const value = attribute.initializer
      if (value && ts.isStringLiteral(value)) return value.text
    }
  return undefined
}

/** Returns the text between tags. With placeholders in braces it stands in a string: `{'Licensed under {gpl}.'}`. */
function textOf({ children }: ts.JsxElement): string {
  return children
    .map((child) => stringsIn(child).join(''))
    .join('')
    .trim()
}
