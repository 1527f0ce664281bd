import type { VNode } from 'preact'
import { keysWords } from '../keys-words.ts'

/** The table of keys and, where there is a state, that of signs. */
export function Keys({ hasSigns = false }: { hasSigns?: boolean }): VNode {
  const { list, table, signs } = keysWords()
  return (
    <section class="walk__keys" tabIndex={0} aria-label={list}>
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
