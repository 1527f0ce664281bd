import { valueToEstree } from 'estree-util-value-to-estree'
import { Fragment, h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** An element that the build made. React writes it into the page and leaves it alone: `src/theme/MDXComponents`. */
export interface BuiltElement {
  tag: string
  /** By their names in HTML. */
  attributes: Record<string, string>
  /** What is in it. */
  html: string
}

/** Renders an element of HTML: `<figure class="file-map">…</figure>`. */
export function buildElement({ type, props: { children, ...attributes } }: VNode): BuiltElement {
  return { tag: String(type), attributes, html: renderToString(h(Fragment, null, children)) }
}

/** The node of a page's syntax tree that stands for the element. */
export function nodeOf(built: BuiltElement) {
  const statement = { type: 'ExpressionStatement' as const, expression: valueToEstree(built) }
  const estree = { type: 'Program' as const, sourceType: 'module' as const, body: [statement] }
  const value = { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(built), data: { estree } }
  return {
    type: 'mdxJsxFlowElement',
    name: 'BuiltElement',
    attributes: [{ type: 'mdxJsxAttribute', name: 'data', value }],
    children: [],
  }
}
