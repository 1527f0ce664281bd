/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import { useLocation } from '@docusaurus/router'
import { translate } from '@docusaurus/Translate'
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import control from '@generated/pair/default/control.json'
import type { ReactNode } from 'react'
import { BuiltElement } from '../MDXComponents/BuiltElement.tsx'

/** The bar at the top: contents (on a narrow screen), title, other language, both languages, theme. All work without React. */
export default function Navbar(): ReactNode {
  const { siteConfig } = useDocusaurusContext()
  return (
    <header className="bar">
      <button
        type="button"
        className="bar__button bar__contents"
        popoverTarget="contents"
        aria-label={translate({ id: 'bar.contents', message: '目录' })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5.5h14M3 10h14M3 14.5h9" />
        </svg>
      </button>
      <Link to="/" className="bar__title">
        {siteConfig.title}
      </Link>
      <LanguageLink />
      <BuiltElement data={control} />
      <button
        type="button"
        className="bar__button"
        data-theme-switch
        data-needs-js
        title={translate({ id: 'bar.theme', message: '切换深色与浅色主题' })}
        aria-label={translate({ id: 'bar.theme', message: '切换深色与浅色主题' })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="6.5" />
          <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
        </svg>
      </button>
    </header>
  )
}

/** A link to this page in the other language. When it is clicked, the inline script adds the current section. */
function LanguageLink(): ReactNode {
  const { i18n, siteConfig } = useDocusaurusContext()
  const { createUrl } = useAlternatePageUtils()
  const { pathname } = useLocation()
  const other = i18n.locales.find((locale) => locale !== i18n.currentLocale) ?? i18n.defaultLocale
  const { label, htmlLang } = i18n.localeConfigs[other] ?? { label: other, htmlLang: other }
  const root = siteConfig.baseUrl.replace(/\/en\/$/, '/')
  const isMissing = /\/404(\.html|\/)?$/.test(pathname)
  const home = other === i18n.defaultLocale ? root : `${root}${other}/`
  return (
    <a
      className="bar__language"
      href={isMissing ? home : createUrl({ locale: other, fullyQualified: false })}
      hrefLang={htmlLang}
      lang={htmlLang}
      data-language
    >
      {label}
    </a>
  )
}
