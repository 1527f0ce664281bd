import type { IncomingMessage, ServerResponse } from 'node:http'
import type { I18n } from '@docusaurus/types'
import { escapeHtml } from '../../src/island/escape.ts'

/** The port for a second server, beside the one at Docusaurus's own port, 3000. */
const port = 3001

/** Returns a middleware that answers requests for pages in a language that is not served with {@link howToStart}. */
export function otherLanguage(i18n: I18n) {
  return ({ url = '/', headers }: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const text = headers.accept?.includes('text/html') && howToStart(url, i18n)
    if (text) response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(text)
    else next()
  }
}

/**
 * Returns the page that `npm run dev`, which serves one language, has at an address in another: how that language is
 * started. Returns undefined for an address in the language that is served.
 *
 * @param path the path of the address: `/en/ops/`
 */
export function howToStart(path: string, { currentLocale, localeConfigs }: I18n): string | undefined {
  const [found] = Object.entries(localeConfigs)
    .filter(([, { baseUrl }]) => path.startsWith(baseUrl))
    .sort(([, a], [, b]) => b.baseUrl.length - a.baseUrl.length)
  const [locale, { label }] = found ?? [currentLocale, { label: '' }]
  if (locale === currentLocale) return undefined
  const url = escapeHtml(`http://localhost:${port}${path}`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(label)}</title>
<p>This server has the pages in ${escapeHtml(localeConfigs[currentLocale]?.label)}. In another terminal,</p>
<pre>npm run dev -- --locale ${escapeHtml(locale)} --port ${port}</pre>
<p>starts one for those in ${escapeHtml(label)}. Then this page is at <a href="${url}">${url}</a>.</p>
</html>
`
}
