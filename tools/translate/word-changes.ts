import { diffWords } from 'diff'

/** A part of a text that stayed, was added, or was removed. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A line break between characters that are written without spaces. It is no part of the text. */
const breakInWord =
  /(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\uff01-\uff60])\r?\n(?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\uff01-\uff60])/gu

/**
 * Compares two texts word by word, also in languages that are written without spaces. White space does not count.
 *
 * @param tag the tag of their language, `zh-Hans`
 */
export function wordChanges(before: string, after: string, tag: string): Change[] {
  const intlSegmenter = new Intl.Segmenter(tag, { granularity: 'word' })
  const [one, other] = [before, after].map((text) => text.replace(breakInWord, '')) as [string, string]
  return diffWords(one, other, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
