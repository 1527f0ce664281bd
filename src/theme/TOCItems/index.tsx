/** @jsxImportSource react */
import { useThemeConfig } from '@docusaurus/theme-common'
import { useFilteredAndTreeifiedTOC } from '@docusaurus/theme-common/internal'
import type { Props } from '@theme/TOCItems'
import TOCItemTree from '@theme/TOCItems/Tree'
import type { ReactNode } from 'react'

/** The sections of a page as a list of links. Unlike the theme's list, it does not mark the visible section. */
export default function TOCItems({ toc, className = 'sections__list' }: Props): ReactNode {
  const { minHeadingLevel, maxHeadingLevel } = useThemeConfig().tableOfContents
  const tree = useFilteredAndTreeifiedTOC({ toc, minHeadingLevel, maxHeadingLevel })
  return <TOCItemTree toc={tree} className={className} linkClassName={null} />
}
