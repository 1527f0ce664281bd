/** @jsxImportSource react */
import Translate from '@docusaurus/Translate'
import type { ReactNode } from 'react'

/** The first stop of the Tab key: a link past the bar and the contents. */
export default function SkipToContent(): ReactNode {
  return (
    <a className="skip" href="#main">
      <Translate id="skip">跳到正文</Translate>
    </a>
  )
}
