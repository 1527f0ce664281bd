/** @jsxImportSource react */
import { island, label } from '@generated/improve/improve.json'
import type { Props } from '@theme/Heading'
import Original from '@theme-original/Heading'
import type { ComponentProps, ReactNode } from 'react'

/** A heading with a button that opens the editor of its section (`src/improve`), unless the build made the section. */
export default function Heading({
  as,
  'data-made': isMade,
  ...props
}: Props & { 'data-made'?: true }): ReactNode {
  return <Original as={isMade ? as : improvable[as]} {...props} />
}

/**
 * The elements of headings, with the button behind their text. The original gives them their text and, if they have an
 * id, a link to themselves.
 */
const improvable = Object.fromEntries(
  (['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((Tag) => [
    Tag,
    ({ children, ...props }: ComponentProps<'h1'>) => {
      const [text, link] = props.id ? (children as ReactNode[]) : [children]
      return (
        <Tag {...props}>
          {text}
          <button
            type="button"
            className="improve-section"
            data-island={island}
            data-action="improve"
            data-needs-js
            aria-label={label}
            title={label}
          />
          {link}
        </Tag>
      )
    },
  ]),
) as unknown as Record<Props['as'], Props['as']>
