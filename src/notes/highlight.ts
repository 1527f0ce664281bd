import { createCssVariablesTheme, createHighlighter, createOnigurumaEngine, type Highlighter } from 'shiki'
import { escapeHtml } from '../island/escape.ts'
import { codeDigest, once, onDisk } from './on-disk.ts'

/** Languages that a fenced block may name, besides `text`. */
const languages = ['ts', 'tsx', 'js', 'json', 'c', 'bash', 'console', 'diff', 'yaml', 'mdx'] as const

const theme = createCssVariablesTheme({ name: 'ink', variablePrefix: '--t-', fontStyle: false })
let highlighter: Promise<Highlighter> | undefined

/**
 * Highlights `code` and returns the HTML that belongs inside `<pre><code>`.
 *
 * Colours are classes of `<i>` (`highlight.css`). Text in the ordinary colour gets no element.
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
  return once(onDisk<string>('highlighted', [digest, language, code]), () => tokenize(code, language))
}

async function tokenize(code: string, language: string): Promise<string> {
  highlighter ??= createHighlighter({
    themes: [theme],
    langs: [...languages],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: language as (typeof languages)[number],
    theme: 'ink',
    tokenizeTimeLimit: 0, // a busy machine colours the same
  })
  return tokens.map(coloured).join('\n')
}

/**
 * The classes of what is coloured, by Shiki's names. They are short, as there are hundreds on a page. Shiki takes what
 * follows `@see` in a comment for a link.
 */
const classes: Readonly<Record<string, string>> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  constant: 'n',
  function: 'f',
  comment: 'c',
  link: 'c',
  punctuation: 'p',
}

/** Colours a line. What has one colour gets one element, with the spaces in it. */
function coloured(tokens: readonly { content: string; color?: string | undefined }[]): string {
  const runs: { text: string; name: string | undefined }[] = []
  for (const { content, color } of tokens) {
    const name = classes[/^var\(--t-token-([a-z-]+)\)$/.exec(color ?? '')?.[1] ?? '']
    const last = runs.at(-1)
    if (last && (last.name === name || !content.trim())) last.text += content
    else runs.push({ text: content, name: content.trim() ? name : undefined })
  }
  return runs
    .map(({ text, name }) => {
      const [inner, after] = [text.trimEnd(), text.slice(text.trimEnd().length)]
      return name ? `<i class="${name}">${escapeHtml(inner)}</i>${after}` : escapeHtml(text)
    })
    .join('')
}
