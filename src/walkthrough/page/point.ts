/** Pointing at a line of TypeScript or of C marks the lines of the other that do the same. */

import { cLinesAt, type LinesByStatement, statementsAt } from '../statement-lines.ts'

type Statements = LinesByStatement[string]

/**
 * Marks a line and its counterparts.
 *
 * @param item the line; null to remove the marks
 * @param statements the lines of C for the current file
 */
export function point(stage: Element, item: Element | null, statements: Statements): void {
  for (const marked of stage.querySelectorAll<HTMLElement>('[data-twin]')) delete marked.dataset.twin
  const list = item?.parentElement
  if (!item || !list) return
  const line = [...list.children].indexOf(item) + 1
  const isC = list.closest('[data-c=code]') !== null
  const twins = isC ? statementsAt(statements, line) : cLinesAt(statements, line)
  if (twins.length === 0) return
  const others = stage.querySelector(isC ? '[data-panel=code] ol' : '[data-c=code] ol')
  const counterparts = twins.map((twin) => others?.children[twin - 1])
  for (const marked of [item, ...counterparts]) if (marked instanceof HTMLElement) marked.dataset.twin = ''
  bringIntoView(counterparts[0])
}

/** Points at the next statement below or above the one that is pointed at, or below or above the current one. */
export function pointNext(stage: Element, step: 1 | -1, statements: Statements): void {
  const list = stage.querySelector('[data-panel=code] ol')
  const lines = [...(list?.children ?? [])]
  let at = lines.findIndex((line) => line.matches('[data-twin]'))
  if (at < 0) at = lines.findIndex((line) => line.matches('[data-now]'))
  do at += step
  while (lines[at] && !statements[at + 1])
  const line = lines[at]
  if (!line) return
  point(stage, line, statements)
  bringIntoView(line)
}

/** Scrolls the box around a line, if the line is not in sight. */
function bringIntoView(line: Element | undefined): void {
  const box = line?.closest('.stage__lines')
  if (!box || !(line instanceof HTMLElement)) return
  const { offsetTop: top, offsetHeight: height } = line
  if (top < box.scrollTop || top + height > box.scrollTop + box.clientHeight)
    box.scrollTop = top - box.clientHeight * 0.4
}
