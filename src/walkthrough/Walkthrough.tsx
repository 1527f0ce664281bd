import { createElement, type ReactNode } from 'react'
import './walkthrough.css'
import './c-pane/c-pane.css'

/** What the build knows of one walk: see `src/walkthrough/build/render.ts`. */
export interface WalkthroughData {
  attributes: Record<string, string>
  html: string
}

/**
 * A test, step by step. In MDX it is `<Walkthrough of="new-session" test="…" />`; `data` is filled in by the build.
 *
 * React writes the element and then leaves it alone, as it does with an example: what happens inside is the
 * business of `player.ts`.
 */
export function Walkthrough({ data }: { data: WalkthroughData }): ReactNode {
  return createElement('full-mesh-walk', {
    ...data.attributes,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: data.html },
  })
}
