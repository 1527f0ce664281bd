/** @jsxImportSource react */
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs'
import { useLocation } from '@docusaurus/router'
import { translate } from '@docusaurus/Translate'
import DocSidebarItems from '@theme/DocSidebarItems'
import type { ReactNode } from 'react'

/**
 * The table of contents beside the page or, on a narrow screen, in a popover that a button in the bar opens.
 *
 * The popover is the browser's, so it works without JavaScript.
 */
export default function Contents({ items }: { items: PropSidebarItem[] }): ReactNode {
  const { pathname } = useLocation()
  return (
    <nav
      id="contents"
      popover="auto"
      className="contents"
      aria-label={translate({ id: 'contents', message: '目录' })}
    >
      <ul className="contents__list">
        <DocSidebarItems items={items} activePath={pathname} level={1} />
      </ul>
    </nav>
  )
}
