import type { VNode } from 'preact'
import { tagOf } from '../../reference/languages.ts'
import type { SectionState } from '../../tools/translate/states.ts'
import type { Change } from '../../tools/translate/word-changes.ts'
import type { Difference } from './differences.ts'
import { fill, nameIn, wordsIn } from './words.ts'

/**
 * The line under the heading of a section that is not current; opened, it shows what has changed.
 *
 * @param differences what has changed since; none if there is nothing to compare with
 */
export function notice(state: SectionState, differences: readonly Difference[]): VNode {
  const { lang, source, reason } = state
  const words = wordsIn(lang)
  const sentence = reason && fill(words.reasons[reason], nameIn(lang, source ?? ''))
  if (differences.length === 0)
    return (
      <p class="translation" data-state={state.state}>
        {sentence}
      </p>
    )
  return (
    <details class="translation" data-state={state.state}>
      <summary>
        {sentence} <span class="translation__show">{words.show}</span>
        <span class="translation__hide">{words.hide}</span>
      </summary>
      {differences.map((difference) => (
        <div>
          <p>{fill(words.changed, nameIn(lang, difference.lang))}</p>
          {difference.changes ? (
            <div class="translation__text" lang={tagOf(difference.lang)}>
              {difference.changes.map(change)}
            </div>
          ) : (
            <p>{words.noHistory}</p>
          )}
        </div>
      ))}
    </details>
  )
}

function change({ kind, text }: Change): VNode | string {
  if (kind === 'added') return <ins>{text}</ins>
  return kind === 'removed' ? <del>{text}</del> : text
}
