import type { VNode } from 'preact'
import type { Words } from './words.ts'

/** The field, as the build writes it. In MDX it is `<OwnScenario />`; `page/element.tsx` runs what is in it. */
export function Field({ island, text, words }: { island: string; text: string; words: Words }): VNode {
  return (
    <full-mesh-scenario class="own-scenario" data-island={island} data-needs-js="">
      <label class="own-scenario__label" for="own-scenario">
        {words.label}
      </label>
      <p class="own-scenario__hint" id="own-scenario-hint">
        {words.hint}
      </p>
      <textarea
        id="own-scenario"
        class="own-scenario__text"
        aria-describedby="own-scenario-hint"
        rows={16}
        spellcheck={false}
        autocapitalize="off"
      >
        {text}
      </textarea>
      <div class="own-scenario__buttons">
        <button type="button" class="own-scenario__run" data-action="run">
          {words.run}
        </button>
        <button type="button" data-action="reset">
          {words.reset}
        </button>
      </div>
      <p class="own-scenario__status" role="status" />
      <div class="own-scenario__output" />
    </full-mesh-scenario>
  )
}
