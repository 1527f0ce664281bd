import { errno } from '../../examples/kernel/errno.ts'

const names = new Map<number, string>(Object.entries(errno).map(([name, number]) => [number, name]))

/** Returns the name of a Linux error number, given without its sign: `ENETUNREACH` for 101. */
export function errorName(number: number): string | undefined {
  return names.get(number)
}

/**
 * Adds the names of the error numbers at the ends of log lines: ENETUNREACH to `= -101`.
 *
 * The style sheet shows the name (`error-names.css`). It is not part of the text, so the reader copies the line as it
 * was recorded.
 *
 * @param html escaped text. A line may be between quotes, as in a failed comparison.
 */
export function withErrorNames(html: string): string {
  return html.replace(/(= )(-(\d+))(?=$|['`<]|&#34;)/gm, (text, equals, shown, number) => {
    const name = errorName(Number(number))
    return name ? `${equals}<span class="error-number" data-name="${name}">${shown}</span>` : text
  })
}
