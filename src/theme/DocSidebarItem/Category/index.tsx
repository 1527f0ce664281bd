/** @jsxImportSource react */
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client'
import type { Props } from '@theme/DocSidebarItem/Category'
import DocSidebarItems from '@theme/DocSidebarItems'
import type { ReactNode } from 'react'

/** A group of the contents: `<details>`, so that opening it needs no script. */
export default function DocSidebarItemCategory({ item, activePath, level }: Props): ReactNode {
  return (
    <li className="contents__group">
      <details open={!item.collapsed || isActiveSidebarItem(item, activePath)}>
        <summary>{item.label}</summary>
        <ul className="contents__list">
          <DocSidebarItems items={item.items} activePath={activePath} level={level + 1} />
        </ul>
      </details>
    </li>
  )
}
