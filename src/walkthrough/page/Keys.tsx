import type { VNode } from 'preact'
import { keysWords } from '../keys-words.ts'

/** The table of keys. */
export function Keys(): VNode {
  const { list, table } = keysWords()
  return (
    <dl class="walk__keys" aria-label={list}>
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
  )
}
