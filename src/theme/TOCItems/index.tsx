/** @jsxImportSource react */
import { useThemeConfig } from '@docusaurus/theme-common'
import { useFilteredAndTreeifiedTOC } from '@docusaurus/theme-common/internal'
import type { Props } from '@theme/TOCItems'
import type { ReactNode } from 'react'
import { trustedHtml } from '../../island/trusted.ts'

/** The sections of a page as a list of links. Unlike the theme's list, it does not mark the visible section. */
export default function TOCItems({ toc, className = 'sections__list' }: Props): ReactNode {
  const { minHeadingLevel, maxHeadingLevel } = useThemeConfig().tableOfContents
  const sections = useFilteredAndTreeifiedTOC({ toc, minHeadingLevel, maxHeadingLevel })
  return <Sections of={sections} className={className} />
}

type Section = ReturnType<typeof useFilteredAndTreeifiedTOC>[number]

function Sections({ of, className }: { of: readonly Section[]; className?: string }): ReactNode {
  if (of.length === 0) return null
  return (
    <ul className={className}>
      {of.map(({ id, value, children }) => (
        <li key={id}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the title of a section, made by the build */}
          <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: trustedHtml(value) }} />
          <Sections of={children} />
        </li>
      ))}
    </ul>
  )
}
