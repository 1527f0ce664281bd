import type { VNode } from 'preact'

/**
 * A sentence of `words.ts`: `code` between backticks becomes an element, {0} a value. A value is text, whatever it has in
 * it.
 */
export function Prose({ text, values = [] }: { text: string; values?: readonly string[] }): VNode {
  const fill = (part: string) => part.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '')
  const parts = text.split('`').map(fill)
  return <>{parts.map((part, index) => (index % 2 ? <code>{part}</code> : part))}</>
}
