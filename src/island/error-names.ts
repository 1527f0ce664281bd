import { errno } from '../../examples/kernel/errno.ts'

const names = new Map<number, string>(Object.entries(errno).map(([name, number]) => [number, name]))

/** The name of a Linux error number, given without its sign: `ENETUNREACH` of 101. */
export function errorName(number: number): string | undefined {
  return names.get(number)
}

/**
 * Gives their names to the error numbers with which lines of a log end: ENETUNREACH to `= -101`.
 *
 * The style sheet shows the name (`error-names.css`); it is not part of the text, so what a reader
 * copies is what was recorded.
 *
 * @param html escaped text. A line may stand between quotes, as in a failed comparison.
 */
export function withErrorNames(html: string): string {
  return html.replace(/(= )(-(\d+))(?=$|['`<]|&#34;)/gm, (text, equals, shown, number) => {
    const name = errorName(Number(number))
    return name ? `${equals}<span class="error-number" data-name="${name}">${shown}</span>` : text
  })
}
