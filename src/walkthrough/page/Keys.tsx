import type { VNode } from 'preact'
import type { Words } from '../words.ts'

/** The table of keys. */
export function Keys({ words }: { words: Words }): VNode {
  return (
    <dl class="walk__keys" aria-label={words.keyList}>
      {words.keyTable.map(([keys, effect]) => (
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
