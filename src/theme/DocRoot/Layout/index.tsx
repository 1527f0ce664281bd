/** @jsxImportSource react */
import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client'
import type { ReactNode } from 'react'
import Contents from '../../Contents/index.tsx'
import { useFrameLang } from '../../LanguageLink/index.tsx'

/** The table of contents, and the page. */
export default function DocRootLayout({ children }: { children: ReactNode }): ReactNode {
  const sidebar = useDocsSidebar()
  return (
    <div className="room" lang={useFrameLang()}>
      {sidebar && <Contents items={sidebar.items} />}
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
