import type { I18n } from '@docusaurus/types'
import { escapeHtml } from '../../src/island/escape.ts'

/**
 * Returns the page that `npm run dev`, which serves one language, has at the address of a page in another: how that
 * language is started. Returns undefined for an address in the language that is served.
 *
 * @param path the path of the address: `/en/ops/`
 */
export function otherLanguage(path: string, { currentLocale, localeConfigs }: I18n): string | undefined {
  const found = Object.entries(localeConfigs)
    .filter(([, { baseUrl }]) => path.startsWith(baseUrl))
    .sort(([, a], [, b]) => b.baseUrl.length - a.baseUrl.length)
  const [locale, config] = found[0] ?? []
  if (!locale || !config || locale === currentLocale) return undefined
  const port = 3001
  const url = `http://localhost:${port}${path}`
  const served = localeConfigs[currentLocale]?.label ?? currentLocale
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(config.label)}</title>
<p>This server has the pages in one language: ${escapeHtml(served)}. In another terminal,</p>
<pre>npm run dev -- --locale ${locale} --port ${port}</pre>
<p>starts one for ${escapeHtml(config.label)}. Then this page is at <a href="${escapeHtml(url)}">${escapeHtml(url)}</a>.</p>
</html>
`
}
