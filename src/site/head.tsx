/** @jsxImportSource react */
/**
 * What Docusaurus's `<Head>` does in the page: when the reader goes to another page without loading it, the title, the
 * attributes of `<html>` and `<body>`, and the elements in `<head>` become those of that page.
 *
 * It stands in the page for `react-helmet-async`, which writes them when the site is built: that is under Apache-2.0,
 * which cannot be combined with GPL-2.0-only, and sets HTML without Trusted Types.
 */
import { Children, isValidElement, type ReactNode, useLayoutEffect, useState } from 'react'

type Attributes = Readonly<Record<string, unknown>>

/** The content of all `<Head>`s, in the order of the page. Later ones override earlier ones. */
const heads = new Set<{ children: ReactNode }>()

export function HelmetProvider({ children }: { children: ReactNode }): ReactNode {
  return children
}

export function Helmet({ children }: { children?: ReactNode }): ReactNode {
  const [head] = useState({ children })
  useLayoutEffect(() => {
    heads.add(head)
    return () => {
      heads.delete(head)
    }
  }, [head])
  useLayoutEffect(() => {
    head.children = children
    if (!isWaiting) queueMicrotask(update)
    isWaiting = true
  }, [head, children])
  return null
}

/** The attributes that `<html>` and `<body>` have from `<Head>`s. */
let shown: Record<'html' | 'body', Attributes> = { html: {}, body: {} }

/** An update is due, for all changes since the last one. */
let isWaiting = false

function update(): void {
  isWaiting = false
  const root = { html: {}, body: {} }
  const elements = new Map<string, Element>()
  for (const { children } of heads) {
    Children.forEach(children, (child) => {
      if (!isValidElement<Attributes>(child)) return
      const { type, props } = child
      if (type === 'title') document.title = [props.children].flat().join('')
      else if (type === 'html' || type === 'body')
        Object.assign(root[type], { ...props, className: undefined })
      else if ((type === 'meta' || type === 'link') && !isOfDocusaurus(props)) {
        const element = document.createElement(type)
        element.dataset.rh = 'true' // as those have that the build wrote
        setAttributes(element, props)
        elements.set(keyOf(type, props), element)
      }
    })
  }
  setAttributes(document.documentElement, root.html, shown.html)
  setAttributes(document.body, root.body, shown.body)
  shown = root
  for (const old of document.head.querySelectorAll(':is(meta, link)[data-rh]')) {
    const [key] = [...elements].find(([, element]) => element.isEqualNode(old)) ?? []
    if (key === undefined) old.remove()
    else elements.delete(key)
  }
  document.head.append(...elements.values())
}

/** What the template leaves out, too: `src/island/first-action/template.ts`. */
function isOfDocusaurus({ name }: Attributes): boolean {
  return /^doc(search:|usaurus_)/.test(String(name))
}

/** Returns a key that elements share of which a page has one. */
function keyOf(type: string, { name, property, rel, hrefLang }: Attributes): string {
  return [type, name ?? property, rel, hrefLang].join(' ')
}

function setAttributes(element: Element, attributes: Attributes, former: Attributes = {}): void {
  const nameOf = (name: string) => (name === 'className' ? 'class' : name)
  for (const name of Object.keys(former)) if (!(name in attributes)) element.removeAttribute(nameOf(name))
  for (const [name, value] of Object.entries(attributes))
    if (value != null) element.setAttribute(nameOf(name), String(value))
}
