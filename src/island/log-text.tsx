import type { ComponentChildren } from 'preact'
import { errorName } from './error-names.ts'

/** An error number: behind it is the end of a line, or of a string in a failed comparison. */
const number = /(?<== )(-\d+)(?=$|['`"])/m

/**
 * Lines of a log, with the names of the error numbers with which they end: ENETUNREACH at `= -101`.
 *
 * The style sheet shows the name (`.error-number` in `src/css/code.css`); it is not part of the text, so what a reader
 * copies is what was recorded.
 */
export function LogText({ text }: { text: string }): ComponentChildren {
  return text.split(number).map((part, index) => {
    const name = index % 2 ? errorName(-Number(part)) : undefined
    return name ? (
      <span class="error-number" data-name={name}>
        {part}
      </span>
    ) : (
      part
    )
  })
}
