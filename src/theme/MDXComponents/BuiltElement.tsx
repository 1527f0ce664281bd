/** @jsxImportSource react */
import { createElement, type ReactNode } from 'react'
import type { BuiltElement as Data } from '../../notes/built-element.ts'

/**
 * An element that the build made: React writes it and then leaves it alone. So what happens inside works before React
 * is loaded, and is still there afterwards.
 *
 * @param more attributes that only this page gives it
 */
export function BuiltElement({ data, ...more }: { data: Data }): ReactNode {
  const { class: className, ...attributes } = data.attributes
  return createElement(data.tag, {
    className,
    ...attributes,
    ...more,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: data.html },
  })
}
