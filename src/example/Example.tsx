import { createElement, type ReactNode } from 'react'
import './example.css'
import './pop-up.css'

/** What the build knows of one example: see `src/example/build/render.ts`. */
export interface ExampleData {
  attributes: Record<string, string>
  html: string
}

/**
 * A runnable example. In MDX it is `<Example of="new-session" />` or `<Example of="new-session" test="…" />`;
 * `data` is filled in by the build, and `data-walked` if the page has a `<Walkthrough>` of this test.
 *
 * React writes the element and then leaves it alone: what happens inside is the element's own business
 * (`island.ts`), so it works before React is awake and survives its waking.
 */
export function Example({ data, ...more }: { data: ExampleData }): ReactNode {
  return createElement('full-mesh-example', {
    ...data.attributes,
    ...more,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: data.html },
  })
}
