/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import Translate from '@docusaurus/Translate'
import useBaseUrl from '@docusaurus/useBaseUrl'
import offline from '@generated/offline/control.json'
import type { ReactNode } from 'react'
import { fullmeshFile, fullmeshPage } from '../../../reference/kernel-source.ts'
import { feedPath, licencesPath } from '../../machines/addresses.ts'
import { useFrameLang } from '../LanguageLink/index.tsx'
import { BuiltElement } from '../MDXComponents/BuiltElement.tsx'

/** The footer: the licences of the site, the C file, the state of the translations, and the control that keeps a copy. */
export default function Footer(): ReactNode {
  return (
    <footer className="foot" lang={useFrameLang()}>
      <p>
        <Translate
          id="foot.license"
          values={{
            gpl: <a href="https://www.gnu.org/licenses/old-licenses/gpl-2.0.html">GPL-2.0-only</a>,
            cc: <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>,
          }}
        >
          {'代码与文字按 {gpl} 发布，文字也可按 {cc} 使用。'}
        </Translate>
      </p>
      <p>
        <Translate
          id="foot.reference"
          values={{
            file: (
              <a href={fullmeshPage}>
                <code>{fullmeshFile}</code>
              </a>
            ),
          }}
        >
          {'源文件：{file}（multipath-tcp.org 内核 v0.95，基于 Linux 4.19）。'}
        </Translate>
      </p>
      <p>
        <Link to="/reference/translations/">
          <Translate id="foot.translations">译文状态</Translate>
        </Link>
        {' · '}
        <a href={useBaseUrl(feedPath)} type="application/atom+xml">
          <Translate id="foot.feed">订阅文字改动（Atom）</Translate>
        </a>
        {' · '}
        <a href={useBaseUrl(licencesPath)} type="text/plain">
          <Translate id="foot.licences">第三方代码的许可</Translate>
        </a>
      </p>
      <BuiltElement data={offline} />
    </footer>
  )
}
