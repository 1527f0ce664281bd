import type { VNode } from 'preact'
import type { Words } from './words.ts'

/**
 * The control in the footer, as the build writes it, and the line that is shown if the kept copy is older than the site.
 *
 * @param island the address of the module that keeps the copy
 * @param label the name of the language of the page, in this language
 * @param archive the address of the archives of the site, if it is known
 */
export function offlineControl(
  island: string,
  label: string,
  archive: string | undefined,
  words: Words,
): VNode {
  return (
    <full-mesh-offline class="offline" data-island={island} data-label={label} data-needs-js="">
      <button type="button" data-action="open">
        {words.open}
      </button>
      {archive && <a href={archive}>{words.archive}</a>}
      <div class="offline__panel" />
      <p class="offline__newer">
        {words.newer}{' '}
        <button type="button" data-action="open">
          {words.seeNewer}
        </button>
      </p>
    </full-mesh-offline>
  )
}
