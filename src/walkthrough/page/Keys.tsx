import type { VNode } from 'preact'
import { keysWords } from '../keys-words.ts'
import type { Words } from '../words.ts'
import { PanelHead } from './panel.tsx'

/** The table of keys and, where there is a state, that of signs. */
export function Keys({
  name,
  hasSigns = false,
  words,
}: {
  name: string
  hasSigns?: boolean
  words: Words
}): VNode {
  const { table, signs } = keysWords()
  return (
    <section class="walk__keys" tabIndex={0} aria-label={name}>
      <PanelHead title={name}>
        <button type="button" data-action="keys" aria-label={words.close} title={words.close}>
          <span aria-hidden="true">✕</span>
        </button>
      </PanelHead>
      <dl>
        {table.map(([keys, effect]) => (
          <div>
            <dt>
              {keys.split(' ').map((key) => (
                <>
                  <kbd>{key}</kbd>{' '}
                </>
              ))}
            </dt>
            <dd>{effect}</dd>
          </div>
        ))}
      </dl>
      {hasSigns && (
        <dl>
          {signs.map(([sign, meaning]) => (
            <div>
              <dt>{sign}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
