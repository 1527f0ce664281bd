/** @jsxImportSource react */
import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client'
import { useLocation } from '@docusaurus/router'
import { translate } from '@docusaurus/Translate'
import DocSidebarItems from '@theme/DocSidebarItems'
import type { ReactNode } from 'react'
import { useFrameLang } from '../../LanguageLink/index.tsx'

/**
 * The table of contents beside the page or, on a narrow screen, in a popover that a button in the bar opens.
 *
 * The popover is the browser's, so it works without JavaScript.
 */
export default function DocRootLayout({ children }: { children: ReactNode }): ReactNode {
  const sidebar = useDocsSidebar()
  const { pathname } = useLocation()
  return (
    <div className="room" lang={useFrameLang()}>
      {sidebar && (
        <nav
          id="contents"
          popover="auto"
          className="contents"
          aria-label={translate({ id: 'contents', message: '目录' })}
        >
          <ul className="contents__list">
            <DocSidebarItems items={sidebar.items} activePath={pathname} level={1} />
          </ul>
        </nav>
      )}
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
