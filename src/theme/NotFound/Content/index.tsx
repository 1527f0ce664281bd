/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import Translate from '@docusaurus/Translate'
import type { ReactNode } from 'react'

/** The page for an unknown address. */
export default function NotFoundContent(): ReactNode {
  return (
    <main id="main" className="page page--alone" tabIndex={-1}>
      <h1>
        <Translate id="missing.title">页面不存在</Translate>
      </h1>
      <p>
        <Translate
          id="missing.text"
          values={{
            start: (
              <Link to="/">
                <Translate id="missing.start">首页</Translate>
              </Link>
            ),
          }}
        >
          {'地址可能有误，或页面已改名。请从{start}查找。'}
        </Translate>
      </p>
    </main>
  )
}
