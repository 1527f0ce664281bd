import type { ComponentChildren } from 'preact'
import { errorName } from './error-names.ts'

/** An error number at the end of a line, or of a string in a failed comparison. */
const number = /(?<== )(-\d+)(?=$|['`"])/m

/** Lines of a log as JSX, marked as `withErrorNames` marks them in HTML. The style is in `error-names.css`. */
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
