import { type ComponentChildren, Fragment, type VNode } from 'preact'

/** Text in which `code` between backticks becomes an element. An empty text would be written anew at every drawing. */
export function Text({ text }: { text: string }): VNode {
  return <>{text.split('`').map((part, index) => (part && index % 2 ? <code>{part}</code> : part || null))}</>
}

/** A value, marked if the step changed it. */
export function Marked({ is, children }: { is: boolean; children: ComponentChildren }): VNode {
  return is ? <mark class="walk__changed">{children}</mark> : <Fragment>{children}</Fragment>
}

/** The text of a highlighted line. */
export function textOf(html: string): string {
  const entities: Record<string, string> = {
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    '#34': '"',
    '#39': "'",
    '#38': '&',
    '#60': '<',
    '#62': '>',
  }
  return html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all)
}
