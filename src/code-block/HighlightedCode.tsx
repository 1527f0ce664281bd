import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'

/** A block of code, highlighted at build time, with a copy button the first-action script answers. */
export function HighlightedCode({ html }: { html: string }): ReactNode {
  return (
    <div className="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by src/notes/highlight.ts, which escapes */}
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
      <button type="button" className="code__copy" data-copy data-needs-js>
        <span className="code__copy-label">{translate({ id: 'code.copy', message: '复制' })}</span>
        <span className="code__copied-label" role="status">
          {translate({ id: 'code.copied', message: '已复制' })}
        </span>
      </button>
    </div>
  )
}
