import { Fragment, h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { attributeOf } from './imports.ts'

/** An element that was made by the build. `BuiltElement.tsx` puts it on the page. */
export interface BuiltElement {
  tag: string
  /** Values of the attributes, by name as in HTML: `class`, not `className`. */
  attributes: Record<string, string>
  /** The content of the element. */
  html: string
}

/** Renders an HTML element, such as `<figure class="file-map">…</figure>`. */
export function buildElement({ type, props: { children, ...attributes } }: VNode): BuiltElement {
  return { tag: String(type), attributes, html: renderToString(h(Fragment, null, children)) }
}

/** Returns the node of a page's syntax tree that becomes the element. */
export function nodeOf(built: BuiltElement) {
  const data = attributeOf('data', JSON.stringify(built))
  return { type: 'mdxJsxFlowElement', name: 'BuiltElement', attributes: [data], children: [] }
}
