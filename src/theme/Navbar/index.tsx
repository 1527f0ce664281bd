/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import pair from '@generated/pair/control.json'
import search from '@generated/search/control.json'
import type { ReactNode } from 'react'
import LanguageLink, { useFrameLang, useIsMissing, useOtherLocales } from '../LanguageLink/index.tsx'
import { BuiltElement } from '../MDXComponents/BuiltElement.tsx'

/** The bar at the top: contents (on a narrow screen), title, other languages, both languages, search, theme. All work without a script that the page loads. */
export default function Navbar(): ReactNode {
  const { siteConfig } = useDocusaurusContext()
  const isMissing = useIsMissing()
  const [file, ...rest] = siteConfig.title.split(' ')
  return (
    <header className="bar" lang={useFrameLang()}>
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
        {file} <span className="bar__rest">{rest.join(' ')}</span>
      </Link>
      <Languages />
      {!isMissing && <BuiltElement data={pair} />}
      <BuiltElement data={search} />
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

/** Links to this page in the other languages: a link, or a list that unfolds. */
function Languages(): ReactNode {
  const { i18n } = useDocusaurusContext()
  const [first = '', ...more] = useOtherLocales()
  if (more.length === 0) return first && <LanguageLink locale={first} className="bar__language" />
  return (
    <details className="bar__languages">
      <summary className="bar__language">{i18n.localeConfigs[i18n.currentLocale]?.label}</summary>
      <ul>
        {[first, ...more].map((locale) => (
          <li key={locale}>
            <LanguageLink locale={locale} className="bar__language" />
          </li>
        ))}
      </ul>
    </details>
  )
}
