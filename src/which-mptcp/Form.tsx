import type { VNode } from 'preact'
import { TextField } from '../text-field/TextField.tsx'
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
    <full-mesh-which class="which text-field" data-island={island} data-base={base}>
      <p class="which__without">{words.withoutScript}</p>
      <div class="which__form" data-needs-js="">
        <TextField id="which-text" label={words.label} hint={words.hint} rows={10}>
          <button type="button" class="text-field__main" data-action="read">
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
        </TextField>
        <div class="which__answer" />
      </div>
    </full-mesh-which>
  )
}
