import type { VNode } from 'preact'
import type { Words } from './words.ts'

/**
 * The control in the bar, as the build writes it.
 *
 * @param island the address of the module that searches
 * @param catalogue the address of the file that it begins with
 */
export function searchControl(island: string, catalogue: string, words: Words): VNode {
  return (
    <full-mesh-search data-island={island} data-begins={catalogue} data-needs-js="">
      <button
        type="button"
        class="bar__button"
        data-action="search"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        title={words.control}
        aria-label={words.title}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M13 13l4.5 4.5M14.5 9a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0" />
        </svg>
      </button>
    </full-mesh-search>
  )
}
