/** @jsxImportSource react */
import { createElement, type ReactNode } from 'react'
import { trustedHtml } from '../../island/trusted.ts'
import type { BuiltElement as Data } from '../../notes/built-element.ts'

/**
 * An element that was made by the build. React writes it once and never updates its content, so that scripts can change
 * the content before and after React is loaded.
 *
 * @param more attributes that this page adds
 */
export function BuiltElement({ data, ...more }: { data: Data }): ReactNode {
  const { class: className, ...attributes } = data.attributes
  return createElement(data.tag, {
    className,
    ...attributes,
    ...more,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: trustedHtml(data.html) },
  })
}
