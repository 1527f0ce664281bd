/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client'
import type { Props } from '@theme/DocSidebarItem/Link'
import type { ReactNode } from 'react'

/** A page in the contents. All pages have all of these, so it has no more elements and classes than it needs. */
export default function DocSidebarItemLink({ item, activePath }: Props): ReactNode {
  return (
    <li>
      <Link to={item.href} aria-current={isActiveSidebarItem(item, activePath) ? 'page' : undefined}>
        {breakable(item.label)}
      </Link>
    </li>
  )
}

/** A label; a name in it can be broken after `_`. */
function breakable(label: string): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a label stay where they are
  return label.split(/(?<=_)/).flatMap((part, index) => (index ? [<wbr key={index} />, part] : part))
}
