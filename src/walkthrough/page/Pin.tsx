import type { VNode } from 'preact'
import { type Path, valueAt } from '../../recorder/diff.ts'
import { xOf } from './Timeline.tsx'
import type { Course } from './view.ts'

/** The history of a pinned value: a line that rises where a number grows, and its texts where there is room. */
export function Pin({
  path,
  course,
  width,
  top,
  height,
}: {
  path: Path
  course: Course
  width: number
  top: number
  height: number
}): VNode {
  const { steps, history } = course
  const changes = history.of(path)
  const texts: VNode[] = []
  let free = 0
  for (const [at, index] of changes.entries()) {
    const x = xOf(index, steps.length, width)
    const value = valueAt(steps[index]?.after ?? {}, path)
    const text =
      value === undefined
        ? '–'
        : typeof value === 'object'
          ? '◆'
          : `${typeof value === 'boolean' ? Number(value) : value}`
    const next = changes[at + 1]
    const room = (next === undefined ? width : xOf(next, steps.length, width)) - x
    texts.push(<line class="stage__tick" x1={x} x2={x} y1={top + 2} y2={top + height - 2} />)
    if (x < free || text.length * 7 + 4 > room) continue
    texts.push(
      <text class="stage__value" x={x + 3} y={top + height - 4}>
        {text}
      </text>,
    )
    free = x + text.length * 7 + 6
  }
  return (
    <g class="stage__pin">
      <line class="stage__lane" x1="0" x2={width} y1={top + height / 2} y2={top + height / 2} />
      {texts}
    </g>
  )
}
