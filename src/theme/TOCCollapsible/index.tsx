/** @jsxImportSource react */
import Translate from '@docusaurus/Translate'
import type { Props } from '@theme/TOCCollapsible'
import TOCItems from '@theme/TOCItems'
import type { ReactNode } from 'react'

/** The sections of a page, folded: `<details>`, so that opening it needs no script. */
export default function TOCCollapsible({ toc, className }: Props): ReactNode {
  return (
    <details className={className}>
      <summary>
        <Translate id="sections">本页内容</Translate>
      </summary>
      <TOCItems toc={toc} />
    </details>
  )
}
