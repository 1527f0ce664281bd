/** @jsxImportSource react */
import { useDocsVersion } from '@docusaurus/plugin-content-docs/client'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { ReactNode } from 'react'
import Contents from '../../Contents/index.tsx'
import { useFrameLang, useOtherLocales } from '../../LanguageLink/index.tsx'
import { wordsIn } from './words.ts'

/**
 * The page for an unknown address, in all languages: some hosts have one such page for the whole site. The service worker
 * shows it for addresses that are not in the kept copy.
 */
export default function NotFoundContent(): ReactNode {
  const { i18n } = useDocusaurusContext()
  const [contents = []] = Object.values(useDocsVersion().docsSidebars)
  const words = wordsIn(i18n.currentLocale)
  const others = useOtherLocales().filter((locale) => wordsIn(locale) !== words)
  return (
    <div className="room" lang={useFrameLang()}>
      <Contents items={contents} />
      <main id="main" className="page page--alone" tabIndex={-1}>
        <h1>
          <span className="page__unknown">{words.title}</span>
          <span className="page__not-kept">{words.notKeptTitle}</span>
        </h1>
        <p className="page__not-kept">{words.notKept}</p>
        <p className="page__unknown">{words.text}</p>
        <p>{words.search}</p>
        <Start locale={i18n.currentLocale} />
        {others.map((locale) => (
          <section key={locale} lang={i18n.localeConfigs[locale]?.htmlLang}>
            <h2>
              <span className="page__unknown">{wordsIn(locale).title}</span>
              <span className="page__not-kept">{wordsIn(locale).notKeptTitle}</span>
            </h2>
            <p className="page__not-kept">{wordsIn(locale).notKept}</p>
            <p className="page__unknown">{wordsIn(locale).text}</p>
            <Start locale={locale} />
          </section>
        ))}
      </main>
    </div>
  )
}

/** A link to the first page of a language. */
function Start({ locale }: { locale: string }): ReactNode {
  const { i18n } = useDocusaurusContext()
  return (
    <p>
      <a href={i18n.localeConfigs[locale]?.baseUrl}>{wordsIn(locale).start}</a>
    </p>
  )
}
