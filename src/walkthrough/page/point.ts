/** Pointing at a line of TypeScript or of C marks the lines of the other that do the same. */

import { itemAt, layOutAround, lineOf } from '../code-lines.ts'
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
  if (!item) return
  const line = lineOf(item)
  const isC = item.closest('[data-c=code]') !== null
  const twins = isC ? statementsAt(statements, line) : cLinesAt(statements, line)
  if (twins.length === 0) return
  const others = stage.querySelector(
    isC ? '[data-panel=code] .stage__lines:not([aria-hidden=true])' : '[data-c=code]',
  )
  for (const marked of [item, ...twins.map((twin) => itemAt(others, twin))])
    marked?.setAttribute('data-twin', '')
  if (others && twins[0] !== undefined) bringIntoView(others, twins[0])
}

/** Points at the next statement below or above the one that is pointed at, or below or above the current one. */
export function pointNext(stage: Element, step: 1 | -1, statements: Statements): void {
  const box = stage.querySelector('[data-panel=code] .stage__lines:not([aria-hidden=true])')
  if (!box) return
  const lines = [...box.querySelectorAll('li')]
  let at = lines.findIndex((line) => line.matches('[data-twin]'))
  if (at < 0) at = lines.findIndex((line) => line.matches('[data-now]'))
  do at += step
  while (lines[at] && !statements[at + 1])
  const line = lines[at]
  if (!line) return
  point(stage, line, statements)
  bringIntoView(box, at + 1)
}

/** Scrolls a box to a line, if the line is not in sight. */
function bringIntoView(box: Element, line: number): void {
  const item = itemAt(box, line)
  if (!item) return
  layOutAround(box, line)
  const { offsetTop: top, offsetHeight: height } = item
  if (top < box.scrollTop || top + height > box.scrollTop + box.clientHeight)
    box.scrollTop = top - box.clientHeight * 0.4
}
