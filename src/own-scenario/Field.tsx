import type { VNode } from 'preact'
import { TextField } from '../text-field/TextField.tsx'
import type { Words } from './words.ts'

/** The field, as the build writes it. In MDX it is `<OwnScenario />`; `page/element.tsx` runs what is in it. */
export function Field({ island, text, words }: { island: string; text: string; words: Words }): VNode {
  return (
    <full-mesh-scenario class="own-scenario text-field" data-island={island} data-needs-js="">
      <TextField id="own-scenario" label={words.label} hint={words.hint} rows={16} text={text}>
        <button type="button" class="text-field__main" data-action="run">
          {words.run}
        </button>
        <button type="button" data-action="reset">
          {words.reset}
        </button>
      </TextField>
      <div class="own-scenario__output" />
    </full-mesh-scenario>
  )
}
