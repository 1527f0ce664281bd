/** @jsxImportSource react */
import Head from '@docusaurus/Head'
import Translate from '@docusaurus/Translate'
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { ReactNode } from 'react'
import LanguageLink, { useFrameLang, useOtherLocales } from '../LanguageLink/index.tsx'

/**
 * Returns the locale in which the text of a page is shown: that of the site, or its fallback.
 *
 * @param source the file of the page, as Docusaurus names it: `@site/i18n/en/…`
 */
export function useLocaleOf(source: string): string {
  const { i18n } = useDocusaurusContext()
  return /^@site\/i18n\/([^/]+)\//.exec(source)?.[1] ?? i18n.defaultLocale
}

/**
 * Says that a page is not translated, in which language it is shown, and leads to it in each other language. Search engines
 * are led to the page in the language in which it is shown: this one has the same text.
 */
export default function Untranslated({ shown }: { shown: string }): ReactNode {
  const { i18n } = useDocusaurusContext()
  const others = useOtherLocales()
  const { createUrl } = useAlternatePageUtils()
  const names = new Intl.DisplayNames([useFrameLang() ?? i18n.currentLocale], { type: 'language' })
  const name = (locale: string) => names.of(i18n.localeConfigs[locale]?.htmlLang ?? locale) ?? locale
  return (
    <aside className="untranslated">
      <Head>
        <link rel="canonical" href={createUrl({ locale: shown, fullyQualified: true })} />
      </Head>
      <p>
        <Translate id="untranslated.text" values={{ language: name(i18n.currentLocale), shown: name(shown) }}>
          {'本页尚未译成{language}，以{shown}显示。'}
        </Translate>
      </p>
      <p>
        <Translate id="untranslated.read">用其他语言阅读本页：</Translate>
        {others.map((locale) => (
          <LanguageLink key={locale} locale={locale} />
        ))}
      </p>
    </aside>
  )
}
