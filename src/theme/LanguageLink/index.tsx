/** @jsxImportSource react */
import { useLocation } from '@docusaurus/router'
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { ReactNode } from 'react'

/** The locales of the site without the one of this page. */
export function useOtherLocales(): string[] {
  const { i18n } = useDocusaurusContext()
  return i18n.locales.filter((locale) => locale !== i18n.currentLocale)
}

/**
 * A link to this page in another language, with the name of that language. When it is clicked, the inline script adds
 * the current section.
 */
export default function LanguageLink({
  locale,
  className,
}: {
  locale: string
  className?: string
}): ReactNode {
  const { i18n } = useDocusaurusContext()
  const { createUrl } = useAlternatePageUtils()
  const { pathname } = useLocation()
  const config = i18n.localeConfigs[locale]
  const isMissing = /\/404(\.html|\/)?$/.test(pathname)
  return (
    <a
      className={className}
      href={isMissing ? config?.baseUrl : createUrl({ locale, fullyQualified: false })}
      hrefLang={config?.htmlLang}
      lang={config?.htmlLang}
      data-language
    >
      {config?.label}
    </a>
  )
}
