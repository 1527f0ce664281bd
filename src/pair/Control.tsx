import type { VNode } from 'preact'
import type { wordsIn } from './words.ts'

/**
 * The control in the bar, as the build writes it.
 *
 * @param island the address of the module that shows the second language
 * @param label the name of the language of the page, in this language
 */
export function pairControl(island: string, label: string, words: ReturnType<typeof wordsIn>): VNode {
  return (
    <full-mesh-pair class="pair" data-island={island} data-label={label} data-needs-js="">
      <button
        type="button"
        class="bar__button"
        data-action="toggle"
        aria-pressed="false"
        title={words.control}
        aria-label={words.control}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 4h14v12H3zM10 4v12" />
        </svg>
      </button>
      <div class="pair__message">
        <span class="pair__status" role="status" />
        <button type="button" data-action="close">
          {words.close}
        </button>
      </div>
    </full-mesh-pair>
  )
}
