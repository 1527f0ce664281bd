import { parse } from 'acorn'
import type { Program } from 'estree'
import type { Nodes } from 'mdast'

type Import = Extract<Nodes, { type: 'mdxjsEsm' }>

/** Returns the node of `import name from 'module'` in a page. */
export function importOf(name: string, module: string): Import {
  const value = `import ${name} from ${JSON.stringify(module)}`
  return { type: 'mdxjsEsm', value, data: { estree: programOf(value) } }
}

/** Returns the node of the attribute `name={expression}`. */
export function attributeOf(name: string, expression: string) {
  const value = {
    type: 'mdxJsxAttributeValueExpression' as const,
    value: expression,
    data: { estree: programOf(`(${expression})`) },
  }
  return { type: 'mdxJsxAttribute' as const, name, value }
}

function programOf(text: string): Program {
  return parse(text, { ecmaVersion: 'latest', sourceType: 'module' }) as Program
}
