/** @jsxImportSource react */
import { createElement, type ReactNode } from 'react'
import { trustedHtml } from '../../island/trusted.ts'
import type { BuiltElement as Data } from '../../notes/built-element.ts'

/**
 * An element that was made by the build. Scripts may change its content: in `npm run dev`, where React is in the page, it
 * never updates it.
 *
 * @param more attributes that this page adds
 */
export function BuiltElement({ data, ...more }: { data: Data }): ReactNode {
  const { class: className, ...attributes } = data.attributes
  return createElement(data.tag, {
    className,
    ...attributes,
    ...more,
    dangerouslySetInnerHTML: { __html: trustedHtml(data.html) },
  })
}
