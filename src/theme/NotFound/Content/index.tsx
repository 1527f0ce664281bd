/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import Translate from '@docusaurus/Translate'
import type { ReactNode } from 'react'

/** The page for an unknown address. */
export default function NotFoundContent(): ReactNode {
  return (
    <main id="main" className="page page--alone" tabIndex={-1}>
      <h1>
        <Translate id="missing.title">这里没有页面</Translate>
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
          {'地址也许写错了，也许页面改了名。请从{start}找起。'}
        </Translate>
      </p>
    </main>
  )
}
