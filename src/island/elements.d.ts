import type { HTMLAttributes } from 'preact'

/** The site's own elements, in JSX. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      [name: `full-mesh-${string}`]: HTMLAttributes<HTMLElement>
    }
  }
}
