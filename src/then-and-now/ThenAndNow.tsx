import type { ReactNode } from 'react'
import './then-and-now.css'

/**
 * One situation, then and now. In MDX it is `<ThenAndNow of="a-fullmesh-3x3" />`; `data` is filled in by the build
 * (`plugin.ts`). Nothing in it needs a script.
 */
export function ThenAndNow({ data }: { data: { id: string; html: string } }): ReactNode {
  return (
    <div
      className="then-and-now"
      data-situation={data.id}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the build made it of our own recordings, and escaped it
      dangerouslySetInnerHTML={{ __html: data.html }}
    />
  )
}
