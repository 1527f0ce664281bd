import { diffWords } from 'diff'

/** A part of a text that stayed, was added, or was removed. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/**
 * Compares two texts word by word, also in languages that are written without spaces. White space does not count.
 *
 * @param tag the tag of their language, `zh-Hans`
 */
export function wordChanges(before: string, after: string, tag: string): Change[] {
  const intlSegmenter = new Intl.Segmenter(tag, { granularity: 'word' })
  return diffWords(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
