import type { VNode } from 'preact'
import type { Words } from './words.ts'

/**
 * The control below a page that copies it as Markdown.
 *
 * @param island the address of the module that copies
 */
export function copyControl(island: string, words: Words): VNode {
  return (
    <full-mesh-copy-page class="copy-page" data-island={island} data-needs-js="">
      <button type="button" data-action="copy">
        {words.copy}
      </button>
      <span class="copy-page__status" role="status" />
    </full-mesh-copy-page>
  )
}
