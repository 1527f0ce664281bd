/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import { findFirstSidebarItemLink, isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client'
import { useLocation } from '@docusaurus/router'
import useBaseUrl from '@docusaurus/useBaseUrl'
import { island } from '@generated/contents/contents.json'
import type { Props } from '@theme/DocSidebarItem/Category'
import DocSidebarItems from '@theme/DocSidebarItems'
import type { ReactNode } from 'react'

/**
 * A group of the contents: `<details>`, so that opening it needs no script. The first page of the site has the pages of
 * all groups. Another page has those of its own groups; in each other one it has a link to the first page, until the reader
 * opens the group (`src/contents`). The development server has no first page to fill it from.
 */
export default function DocSidebarItemCategory({ item, activePath, level }: Props): ReactNode {
  const isActive = isActiveSidebarItem(item, activePath)
  const isFirst = useLocation().pathname === useBaseUrl('/')
  const isWhole = isFirst || process.env.NODE_ENV === 'development'
  const open = !item.collapsed || isActive
  return (
    <li className="contents__group">
      <details open={open} data-island={open || isWhole ? undefined : island}>
        <summary>{item.label}</summary>
        <ul className="contents__list">
          {open || isWhole ? (
            <DocSidebarItems items={item.items} activePath={activePath} level={level + 1} />
          ) : (
            <li>
              <Link to={findFirstSidebarItemLink(item) ?? '/'}>{item.label}</Link>
            </li>
          )}
        </ul>
      </details>
    </li>
  )
}
