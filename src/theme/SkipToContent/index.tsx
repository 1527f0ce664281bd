/** @jsxImportSource react */
import Translate, { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import { useFrameLang } from '../LanguageLink/index.tsx'

/**
 * A link to the text, past the bar and the contents. It is the first that the Tab key reaches. It has the words of the
 * message that the inline script shows if a module cannot be loaded.
 */
export default function SkipToContent(): ReactNode {
  return (
    <a
      className="skip"
      href="#main"
      lang={useFrameLang()}
      data-lost={translate({
        id: 'lost',
        message: '没有加载成功。请检查网络，再点一次；仍不行，请重新加载页面（编辑过的代码会丢失）。',
      })}
    >
      <Translate id="skip">跳到正文</Translate>
    </a>
  )
}
