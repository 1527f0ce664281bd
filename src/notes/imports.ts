import type { Node } from './pages.ts'

/** Nodes of an MDX page, made by hand: what its compiler would make of the text, with the tree of the program. */

/** `import name from 'from'` */
export function importOf(name: string, from: string): Node {
  const declaration = {
    type: 'ImportDeclaration',
    specifiers: [{ type: 'ImportDefaultSpecifier', local: identifier(name) }],
    source: { type: 'Literal', value: from, raw: JSON.stringify(from) },
  }
  return { type: 'mdxjsEsm', data: { estree: program(declaration) } }
}

/** `{name}` as the value of an attribute; of several names, `{[one, other]}`. */
export function valueNamed(names: string | string[]) {
  const expression = Array.isArray(names)
    ? { type: 'ArrayExpression', elements: names.map(identifier) }
    : identifier(names)
  const value = Array.isArray(names) ? `[${names}]` : names
  const estree = program({ type: 'ExpressionStatement', expression })
  return { type: 'mdxJsxAttributeValueExpression', value, data: { estree } }
}

function identifier(name: string) {
  return { type: 'Identifier', name }
}

function program(statement: object) {
  return { type: 'Program', sourceType: 'module', body: [statement] }
}
