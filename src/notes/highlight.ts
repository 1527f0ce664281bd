import {
  createCssVariablesTheme,
  createHighlighter,
  createJavaScriptRegexEngine,
  type Highlighter,
} from 'shiki'
import { escapeHtml } from '../island/escape.ts'
import { codeDigest, onDisk } from './on-disk.ts'

/** Languages that a fenced block may name, besides `text`. */
const languages = ['ts', 'tsx', 'js', 'json', 'c', 'bash', 'console', 'diff', 'yaml', 'mdx'] as const

const theme = createCssVariablesTheme({ name: 'ink', variablePrefix: '--t-', fontStyle: false })
let highlighter: Promise<Highlighter> | undefined

/**
 * Highlights `code` and returns the HTML that belongs inside `<pre><code>`.
 *
 * Colours are classes: `t-keyword`, `t-string`, … (`highlight.css`). Text in the ordinary colour gets no element.
 *
 * @throws if `language` is not one of {@link languages} or `text`
 */
export function highlight(code: string, language: string): Promise<string> {
  const key = `${language} ${code}`
  const html = highlighted.get(key) ?? highlightAnew(code, language)
  highlighted.set(key, html)
  return html
}

/** HTML by language and code: pages in two languages, and walks, show the same code. */
const highlighted = new Map<string, Promise<string>>()

const digest = codeDigest()

async function highlightAnew(code: string, language: string): Promise<string> {
  if (language === 'text') return escapeHtml(code)
  if (!(languages as readonly string[]).includes(language)) {
    throw new Error(`no highlighting for "${language}" (languages: text, ${languages.join(', ')})`)
  }
  const kept = onDisk<string>('highlighted', [digest, language, code])
  const known = kept.read()
  if (known !== undefined) return known
  highlighter ??= createHighlighter({
    themes: [theme],
    langs: [...languages],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: language as (typeof languages)[number],
    theme: 'ink',
    tokenizeTimeLimit: 0, // a busy machine colours the same
  })
  return kept.write(tokens.map((line) => line.map(span).join('')).join('\n'))
}

function span({ content, color }: { content: string; color?: string | undefined }): string {
  const name = /^var\(--t-token-([a-z-]+)\)$/.exec(color ?? '')?.[1]
  return name && content.trim()
    ? `<span class="t-${name}">${escapeHtml(content)}</span>`
    : escapeHtml(content)
}
