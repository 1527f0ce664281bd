import { type ComponentChildren, Fragment, type VNode } from 'preact'

/** Text in which `code` between backticks becomes an element. */
export function Text({ text }: { text: string }): VNode {
  return <>{text.split('`').map((part, index) => (index % 2 ? <code>{part}</code> : part))}</>
}

/** A value, marked if the step changed it. */
export function Marked({ is, children }: { is: boolean; children: ComponentChildren }): VNode {
  return is ? <mark class="walk__changed">{children}</mark> : <Fragment>{children}</Fragment>
}
