import type { VNode } from 'preact'
import { type Path, valueAt } from '../../recorder/diff.ts'
import { nameAt, shownAt } from '../describe.ts'
import type { Words } from '../words.ts'
import { xOf } from './Timeline.tsx'
import type { Course } from './view.ts'

/** Returns the steps that changed a value, from 1, each with the value after it. */
function historyIn({ steps, history }: Course, path: Path, words: Words): [step: number, text: string][] {
  return history
    .of(path)
    .map((index) => [index + 1, shownAt(path, valueAt(steps[index]?.after ?? {}, path), words)])
}

/** The width of a text of the time line in px, at most. Chinese characters are wider. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 11 : 7), 0)
}

/** The history of a pinned value in words, in place of its line. */
export function PinHistory({ path, course, words }: { path: Path; course: Course; words: Words }): VNode {
  return <li>{words.pinHistory(nameAt(path, words), historyIn(course, path, words))}</li>
}

/** The history of a pinned value: a line that rises where a number grows, and its texts where there is room. */
export function Pin({
  path,
  course,
  words,
  width,
  top,
  height,
}: {
  path: Path
  course: Course
  words: Words
  width: number
  top: number
  height: number
}): VNode {
  const { steps } = course
  const changes = historyIn(course, path, words)
  const texts: VNode[] = []
  let free = 0
  for (const [at, [number, text]] of changes.entries()) {
    const x = xOf(number - 1, steps.length, width)
    const next = changes[at + 1]
    const room = (next === undefined ? width : xOf(next[0] - 1, steps.length, width)) - x
    const wide = widthOf(text)
    texts.push(<line class="stage__tick" x1={x} x2={x} y1={top + 2} y2={top + height - 2} />)
    if (x < free || wide + 4 > room) continue
    texts.push(
      <text class="stage__value" x={x + 3} y={top + height - 4}>
        {text}
      </text>,
    )
    free = x + wide + 6
  }
  return (
    <g class="stage__pin">
      <line class="stage__lane" x1="0" x2={width} y1={top + height / 2} y2={top + height / 2} />
      {texts}
    </g>
  )
}
