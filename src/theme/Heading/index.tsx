/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import { island, label } from '@generated/improve/improve.json'
import type { Props } from '@theme/Heading'
import { Children, type ReactNode } from 'react'
import { phrasesOf } from './phrases.ts'

/**
 * A heading with a button that opens the editor of its section (`src/improve`), unless the build made the section, and
 * with a link to itself, if it has an id.
 */
export default function Heading({
  as: Tag,
  id,
  children,
  'data-made': isMade,
  ...props
}: Props & { 'data-made'?: true }): ReactNode {
  const { collectAnchor } = useBrokenLinks()
  const hasLink = id !== undefined && Tag !== 'h1'
  if (hasLink) collectAnchor(id)
  return (
    <Tag {...props} id={hasLink ? id : undefined}>
      {withBreaks(children)}
      {!isMade && (
        <button
          type="button"
          className="improve-section"
          data-island={island}
          data-action="improve"
          data-needs-js
          aria-label={label}
          title={label}
        />
      )}
      {hasLink && (
        <Link
          className="hash-link"
          to={`#${id}`}
          aria-label={translate(
            { id: 'heading.link', message: '“{heading}”一节的链接' },
            { heading: typeof children === 'string' ? children : id },
          )}
          translate="no"
        >
          &#8203;
        </Link>
      )}
    </Tag>
  )
}

/** Marks where a line of a heading may end: the style sheet allows no other places inside of Chinese text. */
function withBreaks(children: ReactNode): ReactNode {
  return Children.map(children, (child) =>
    typeof child === 'string'
      ? phrasesOf(child).flatMap((phrase, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the phrases of a heading stay where they are
          index ? [<wbr key={index} />, phrase] : [phrase],
        )
      : child,
  )
}
