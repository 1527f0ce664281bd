/** @jsxImportSource react */
import Head from '@docusaurus/Head'
import { isActiveSidebarItem, useDocsSidebar } from '@docusaurus/plugin-content-docs/client'
import { useLocation } from '@docusaurus/router'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import Original from '@theme-original/DocItem/Metadata'
import type { ReactNode } from 'react'
import { markdownPath, picturePath } from '../../../machines/addresses.ts'

/** Returns the path of this page below the address of its language: `ops/new-session/`. */
function usePath(): string {
  const { siteConfig } = useDocusaurusContext()
  return useLocation().pathname.slice(siteConfig.baseUrl.length).replace(/[^/]$/, '$&/')
}

/** Returns the address of this page as Markdown. */
export function useMarkdownAddress(): string {
  const { siteConfig } = useDocusaurusContext()
  return siteConfig.baseUrl + markdownPath(usePath())
}

/**
 * What the head of a page says of it: beside its title and description, its Markdown and what a link to it shows
 * (https://ogp.me). It names a picture only if the address of the site is known: a picture needs its whole address.
 */
export default function DocItemMetadata(): ReactNode {
  const { siteConfig } = useDocusaurusContext()
  const { pathname } = useLocation()
  const group = useDocsSidebar()?.items.find(
    (item) => item.type === 'category' && isActiveSidebarItem(item, pathname),
  )
  const picture = siteConfig.baseUrl + picturePath(usePath())
  return (
    <>
      <Original />
      <Head>
        <link rel="alternate" type="text/markdown" href={useMarkdownAddress()} />
        <meta property="og:type" content="article" />
        <meta property="og:site_name" content={siteConfig.title} />
        {group && 'label' in group && <meta property="article:section" content={group.label} />}
        {siteConfig.customFields?.isAddressKnown ? (
          <meta property="og:image" content={siteConfig.url + picture} />
        ) : null}
      </Head>
    </>
  )
}
