/** @jsxImportSource react */
import { useActiveDocContext } from '@docusaurus/plugin-content-docs/client'
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { ReactNode } from 'react'

/** The locales of the site without the one of this page. */
export function useOtherLocales(): string[] {
  const { i18n } = useDocusaurusContext()
  return i18n.locales.filter((locale) => locale !== i18n.currentLocale)
}

/** Returns the tag of the language of the frame around a page, if it is another than that of the site: its fallback. */
export function useFrameLang(): string | undefined {
  return useDocusaurusContext().siteConfig.customFields?.frame as string | undefined
}

/** Returns true on the page for an unknown address, which is the same for all. */
export function useIsMissing(): boolean {
  return useActiveDocContext(undefined).activeDoc === undefined
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
  const isMissing = useIsMissing()
  const config = i18n.localeConfigs[locale]
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
