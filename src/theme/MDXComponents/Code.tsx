/** @jsxImportSource react */
import type { ComponentProps, ReactNode } from 'react'

/** Inline code. Blocks are replaced at build time (`src/code-block`). */
export default function MDXCode(props: ComponentProps<'code'>): ReactNode {
  return <code {...props} />
}
