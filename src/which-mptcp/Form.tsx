import type { VNode } from 'preact'
import type { Words } from './words.ts'

/** What the field needs from the build. */
export interface FormUrls {
  /** The module that reads the text. */
  island: string
  /** The address of the site in the language of the page, which links to pages begin with. */
  base: string
}

/** The field, as the build writes it. In MDX it is `<WhichMptcp />`; `page/element.tsx` reads what is pasted. */
export function whichMptcp({ island, base }: FormUrls, words: Words): VNode {
  return (
    <full-mesh-which class="which" data-island={island} data-base={base}>
      <p class="which__without">{words.withoutScript}</p>
      <div class="which__form" data-needs-js="">
        <label class="which__label" for="which-text">
          {words.label}
        </label>
        <p class="which__hint" id="which-hint">
          {words.hint}
        </p>
        <textarea
          id="which-text"
          class="which__text"
          aria-describedby="which-hint"
          rows={10}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
        />
        <div class="which__buttons">
          <button type="button" class="which__read" data-action="read">
            {words.read}
          </button>
          <button type="button" data-action="clear">
            {words.clear}
          </button>
          <button type="button" data-action="v0">
            {words.sampleV0}
          </button>
          <button type="button" data-action="mainline">
            {words.sampleMainline}
          </button>
        </div>
        <p class="which__status" role="status" />
        <div class="which__answer" />
      </div>
    </full-mesh-which>
  )
}
