/** @jsxImportSource react */
import Translate from '@docusaurus/Translate'
import type { ReactNode } from 'react'

const reference =
  'https://github.com/cellbricks/mptcp/blob/1aacd7aee5aec5689813d0fc51abe804357595be/net/mptcp/mptcp_fullmesh.c'

/** What may be done with the site, and the file it is about. */
export default function Footer(): ReactNode {
  return (
    <footer className="foot">
      <p>
        <Translate
          id="foot.license"
          values={{
            gpl: <a href="https://www.gnu.org/licenses/old-licenses/gpl-2.0.html">GPL-2.0-only</a>,
            cc: <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>,
          }}
        >
          {'代码与文字以 {gpl} 发布，文字也可按 {cc} 使用。'}
        </Translate>
      </p>
      <p>
        <Translate
          id="foot.reference"
          values={{
            file: (
              <a href={reference}>
                <code>net/mptcp/mptcp_fullmesh.c</code>
              </a>
            ),
          }}
        >
          {'对照的源文件：{file}（MPTCP v0.95，Linux 4.19）。'}
        </Translate>
      </p>
    </footer>
  )
}
