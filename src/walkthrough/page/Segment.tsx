import type { VNode } from 'preact'
import { textIn } from '../../../reference/languages.ts'
import type { SentSegment } from '../../recorder/recording.ts'
import type { PanelWords } from '../panel-words.ts'
import { sentOptions } from './option-bytes.ts'
import { Marked } from './Text.tsx'

/** A segment, with its options byte by byte. */
export function Segment({
  sent,
  isNew,
  words,
}: {
  sent: SentSegment
  isNew: boolean
  words: PanelWords
}): VNode {
  const { subflow, segment, options } = sent
  return (
    <>
      <p>
        <Marked is={isNew}>
          <code>{subflow}</code> {segment === 'probe' ? words.probe : ''} {words.optionBytes(options.size)}
        </Marked>
      </p>
      <ol class="walk__options">
        {sentOptions(sent).map(({ name, fields }) => (
          <li>
            <code>{name}</code>
            <ol class="walk__bytes">
              {fields.map(({ label, bytes }) => (
                <li>
                  <code>{bytes.map((byte) => byte?.toString(16).padStart(2, '0') ?? '··').join(' ')}</code>{' '}
                  <small>{textIn(label, words.language)}</small>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <p class="walk__legend">{words.unknownBytes}</p>
    </>
  )
}
