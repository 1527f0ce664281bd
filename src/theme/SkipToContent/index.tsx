/** @jsxImportSource react */
import Translate from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import { useFrameLang } from '../LanguageLink/index.tsx'

/** A link to the text, past the bar and the contents. It is the first that the Tab key reaches. */
export default function SkipToContent(): ReactNode {
  return (
    <a className="skip" href="#main" lang={useFrameLang()}>
      <Translate id="skip">跳到正文</Translate>
    </a>
  )
}
