import type { VNode } from 'preact'
import { codeTag, type Language, tagOf, textIn } from '../../reference/languages.ts'

const words = { zh: { copy: '复制', copied: '已复制' }, en: { copy: 'Copy', copied: 'Copied' } }

/**
 * Renders a block of code with a button that copies it (`src/island/first-action/inline.ts`).
 *
 * @param html highlighted code, from `src/notes/highlight.ts`
 * @param codeLanguage the language of the code, as in its fence
 */
export function codeBlock(html: string, codeLanguage: string, language: Language): VNode {
  const { copy, copied } = textIn(words, language)
  return (
    <div class="code">
      <pre tabindex={0} lang={langOf(html, language)} data-language={codeLanguage}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is escaped */}
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
      <button type="button" class="code__copy" data-copy data-needs-js>
        <span class="code__copy-label">{copy}</span>
        <span class="code__copied-label" role="status">
          {copied}
        </span>
      </button>
    </div>
  )
}

/** The language of code on a page in another: that of the model, unless it has texts in other letters, as comments of commands. */
function langOf(html: string, language: Language): string | undefined {
  const isOfPage = tagOf(language) === codeTag || /[^\p{Script=Latin}\P{L}]/u.test(html)
  return isOfPage ? undefined : codeTag
}
