/** @jsxImportSource react */
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import { island, label } from '@generated/improve/improve.json'
import type { Props } from '@theme/Heading'
import { Children, type ReactNode } from 'react'
import { phrasesOf } from './phrases.ts'

/**
 * A heading. Behind it are a button that opens the editor of its section (`src/improve`), unless the build made the
 * section, and a link to it that has its text as name, if it has an id: not in it, as screen readers would read them as
 * parts of it.
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
    <div className="heading">
      <Tag {...props} id={hasLink ? id : undefined}>
        {withBreaks(children)}
      </Tag>
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
      {hasLink && <Link className="hash-link" to={`#${id}`} aria-labelledby={id} />}
    </div>
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
