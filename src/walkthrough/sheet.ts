/**
 * A source text with line numbers, in a box that scrolls. The marks of lines are separate elements below the text, so
 * that moving one needs no new layout of the text.
 */

/** Lines of a text, counted from 1. */
export type Lines = readonly [first: number, last: number]

/** The marks: the whole function, or the current lines. */
type Mark = 'scope' | 'now'

/**
 * Returns a sheet as HTML.
 *
 * @param html the text as HTML, with lines separated by `\n`
 * @param count the number of lines
 */
export function sheetHtml(html: string, count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1).join('\n')
  return `<div class="sheet" data-count="${count}"><span class="sheet__scope" hidden></span><span class="sheet__now" hidden></span><code class="sheet__numbers" aria-hidden="true">${numbers}</code><code class="sheet__text">${html}</code></div>`
}

/** Moves a mark of the sheet in a box; without lines, hides it. */
export function moveMark(box: Element, mark: Mark, lines: Lines | undefined): void {
  const element = box.querySelector<HTMLElement>(`.sheet__${mark}`)
  if (!element) return
  element.hidden = !lines
  const [first, last] = lines ?? [1, 1]
  element.style.setProperty('--count', box.querySelector<HTMLElement>('.sheet')?.dataset.count ?? '1')
  element.style.setProperty('--first', `${first}`)
  element.style.setProperty('--last', `${last}`)
}

/**
 * Scrolls the sheet in a box to a line.
 *
 * @param above the part of the box above the line, from 0 to 1
 */
export function scrollToLine(box: Element, line: number, above: number): void {
  const sheet = box.querySelector<HTMLElement>('.sheet')
  if (!sheet) return
  const height = sheet.clientHeight / Number(sheet.dataset.count)
  box.scrollTo(0, (line - 1) * height - box.clientHeight * above)
}
