import type { Element, ElementContent, Nodes, Properties, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parse } from 'parse5'
import { SKIP, visit } from 'unist-util-visit'

/** Reads a page. */
export function parseHtml(html: string): Root {
  return fromParse5(parse(html)) as Root
}

/** Makes an element. A text stands for a node of text. */
export function element(
  tagName: string,
  properties: Properties = {},
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }
}

/** Returns all elements of a tree that pass a test, in their order, also those within others. */
export function elementsIn(tree: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (test(node)) found.push(node)
  })
  return found
}

/** Replaces elements of a tree. @param replace returns what stands in its place; undefined if it stays */
export function replaceIn(tree: Nodes, replace: (element: Element) => ElementContent[] | undefined): void {
  visit(tree, 'element', (node, index, parent) => {
    const replacement = replace(node)
    if (!replacement || !parent || index === undefined) return
    parent.children.splice(index, 1, ...replacement)
    return [SKIP, index] // what stands there now is visited next
  })
}

/** Returns the text of a node without that of its markup. */
export function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value
  return node && 'children' in node ? node.children.map(textOf).join('') : ''
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}
