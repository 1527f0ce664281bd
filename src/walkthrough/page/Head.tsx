import type { ComponentChildren, VNode } from 'preact'
import type { Lane } from '../lanes.ts'
import type { Told } from '../sentence.ts'
import type { Words } from '../words.ts'
import { Text } from './Text.tsx'

/**
 * The head of the stage: the context, the sentence about the step, its number, and the button that closes the stage.
 *
 * @param lane undefined for a call stack that may run in any context
 * @param number the step, from 1, and how many there are
 * @param links what follows the sentence
 * @param place what stands below the number
 */
export function Head({
  lane,
  told: { sentence, more, others },
  number,
  count,
  isPlaying,
  links,
  place,
  words,
}: {
  lane: Lane | undefined
  told: Told
  number: number
  count: number
  isPlaying: boolean
  links?: ComponentChildren
  place?: ComponentChildren
  words: Words
}): VNode {
  return (
    <header class="stage__head" data-panel="sentence">
      <p class="stage__context">
        {lane && (
          <span class="call-stack__context" data-context={lane}>
            {words.lanes[lane]}
          </span>
        )}
      </p>
      {/* Steps that change by themselves are not read out. */}
      <p class="stage__sentence" role="status" aria-live={isPlaying ? 'off' : 'polite'}>
        <span class="walk__sr">{words.step(number, count) + words.stop}</span>
        <Text text={sentence} />
        {others !== '' && (
          <>
            <span aria-hidden="true">{more}</span>
            <span class="walk__sr">
              <Text text={others} />
            </span>
          </>
        )}
        {links}
      </p>
      <p class="stage__place">
        <output class="walk__count">{`${number} / ${count}`}</output>
        {place}
      </p>
      <button type="button" data-action="close" aria-label={words.close} title={words.close}>
        <span aria-hidden="true">✕</span>
      </button>
    </header>
  )
}
