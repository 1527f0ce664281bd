/** @jsxImportSource react */
import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client'
import { useLocation } from '@docusaurus/router'
import { translate } from '@docusaurus/Translate'
import useBaseUrl from '@docusaurus/useBaseUrl'
import DocSidebarItems from '@theme/DocSidebarItems'
import { type ReactNode, useEffect } from 'react'
import { allParts } from '../../../css/parts.ts'
import { useFrameLang } from '../../LanguageLink/index.tsx'

/**
 * The table of contents beside the page or, on a narrow screen, in a popover that a button in the bar opens.
 *
 * The popover is the browser's, so it works before hydration, and without JavaScript.
 */
export default function DocRootLayout({ children }: { children: ReactNode }): ReactNode {
  const sidebar = useDocsSidebar()
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the page changes
  useEffect(() => document.getElementById('contents')?.hidePopover?.(), [pathname])
  // When React shows another page without loading it, that can need other parts of the style.
  const href = useBaseUrl(allParts)
  useEffect(() => {
    if (process.env.NODE_ENV === 'production')
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
  }, [href])
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
