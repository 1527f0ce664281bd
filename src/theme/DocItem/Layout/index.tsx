/** @jsxImportSource react */
import { useDoc } from '@docusaurus/plugin-content-docs/client'
import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import ContentVisibility from '@theme/ContentVisibility'
import DocItemContent from '@theme/DocItem/Content'
import DocItemFooter from '@theme/DocItem/Footer'
import DocItemPaginator from '@theme/DocItem/Paginator'
import TOCCollapsible from '@theme/TOCCollapsible'
import TOCItems from '@theme/TOCItems'
import type { ReactNode } from 'react'
import { useFrameLang } from '../../LanguageLink/index.tsx'
import Untranslated, { useLocaleOf } from '../../Untranslated/index.tsx'

/** A page: its text, and the list of its sections beside it (wide screen) or folded above it (narrow). */
export default function DocItemLayout({ children }: { children: ReactNode }): ReactNode {
  const { metadata, toc, frontMatter } = useDoc()
  const { i18n } = useDocusaurusContext()
  const shown = useLocaleOf(metadata.source)
  const isTranslated = shown === i18n.currentLocale
  const isInLanguageOfFrame = shown === (useFrameLang() ?? i18n.currentLocale)
  const hasSections = toc.length > 0 && !frontMatter.hide_table_of_contents
  return (
    <div className="note">
      <div className="note__text">
        <ContentVisibility metadata={metadata} />
        {hasSections && <TOCCollapsible toc={toc} className="sections sections--folded" />}
        {!isTranslated && <Untranslated shown={shown} />}
        {/* The file of the page, from the root of the repository. */}
        <article
          data-file={metadata.source.replace('@site/', '')}
          lang={isInLanguageOfFrame ? undefined : i18n.localeConfigs[shown]?.htmlLang}
        >
          <DocItemContent>{children}</DocItemContent>
          <DocItemFooter />
        </article>
        <DocItemPaginator />
      </div>
      {hasSections && (
        <nav
          className="sections sections--beside"
          aria-label={translate({ id: 'sections', message: '本页内容' })}
        >
          <TOCItems toc={toc} />
        </nav>
      )}
    </div>
  )
}
