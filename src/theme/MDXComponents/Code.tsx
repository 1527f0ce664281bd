/** @jsxImportSource react */
import type { ComponentProps, ReactNode } from 'react'

/** Inline code. Blocks never come here: they are highlighted at build time (`src/code-block`). */
export default function MDXCode(props: ComponentProps<'code'>): ReactNode {
  return <code {...props} />
}
