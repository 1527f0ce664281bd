import type { VNode } from 'preact'
import type { Step } from '../../recorder/recording.ts'
import { type Lane, lanes } from '../lanes.ts'
import type { Shown } from './panel.tsx'
import type { Course } from './view.ts'

/** Heights in px: of a lane, of the row of events, of a pinned value. On a phone they are low, unless the log is in front or a value is pinned. */
const heights = { lane: 15, events: 16, pin: 16 }
const lowHeights = { lane: 7, events: 13, pin: 16 }
type Heights = typeof heights

/** The least distance of two marks, in px; closer marks become one with a count. */
const apart = 6

/**
 * The time line, which is also the slider: a lane for the test and for each context, the segments and the timers above
 * them, and a lane for each pinned value.
 */
export function Timeline({ course, view, scene, words, later }: Shown): VNode {
  const { steps } = course
  const { index, laneWidth: width, mark, pins } = view
  const isLow = view.isNarrow && view.tab !== 'timeline' && pins.length === 0
  const of = isLow ? lowHeights : heights
  const number = index + 1
  const height = of.events + lanes.length * of.lane + pins.length * of.pin
  const x = xOf(index, steps.length, width)
  return (
    <div class="stage__timeline" data-panel="timeline">
      <ul class="stage__lanes" aria-hidden="true" hidden={isLow}>
        <li>{words.at(scene.step.after.time)}</li>
        {lanes.map((lane) => (
          <li data-lane={lane}>{words.lanes[lane]}</li>
        ))}
        {later && <later.PinNames pins={pins} words={words} />}
      </ul>
      {later && pins.length > 0 && <later.PinHistories pins={pins} course={course} words={words} />}
      <div class="stage__track">
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          {staticLanes(course, width, of)}
          {later && (
            <later.Pins
              {...{ pins, course, words, width }}
              top={of.events + lanes.length * of.lane}
              height={of.pin}
            />
          )}
          {mark !== undefined && (
            <line
              class="stage__mark"
              x1={xOf(mark, steps.length, width)}
              x2={xOf(mark, steps.length, width)}
              y1="0"
              y2={height}
            />
          )}
          <line class="stage__now" x1={x} x2={x} y1="0" y2={height} />
          <circle class="stage__now" cx={x} cy={of.events + of.lane * (laneAt(course, index) + 0.5)} r="4" />
        </svg>
        <input
          class="walk__scrub"
          type="range"
          min="1"
          max={steps.length}
          value={number}
          aria-label={words.position}
          aria-valuetext={words.step(number, steps.length)}
        />
      </div>
    </div>
  )
}

/** Returns the middle of a step on a line of `width` px. */
export function xOf(index: number, count: number, width: number): number {
  return count < 2 ? 1 : 1 + (index / (count - 1)) * (width - 2)
}

function laneAt({ runs }: Course, index: number): number {
  const run = runs.find(({ last }) => index <= last)
  return lanes.indexOf(run?.lane ?? 'test')
}

/** The lanes of a walk and their marks. The same node is used again while the width is the same. */
const drawn = new WeakMap<Course, { width: number; of: Heights; node: VNode }>()

function staticLanes(course: Course, width: number, of: Heights): VNode {
  const known = drawn.get(course)
  if (known?.width === width && known.of === of) return known.node
  const { steps, runs } = course
  const half = (width - 2) / Math.max(1, steps.length - 1) / 2
  const node = (
    <g>
      {lanes.map((lane, at) => {
        const y = of.events + (at + 0.5) * of.lane
        return <line class="stage__lane" x1="0" x2={width} y1={y} y2={y} data-lane={lane satisfies Lane} />
      })}
      {runs.map(({ lane, first, last }) => {
        const from = Math.max(0, xOf(first, steps.length, width) - half)
        const to = Math.min(width, xOf(last, steps.length, width) + half)
        return (
          <rect
            class="stage__run"
            data-lane={lane}
            x={from}
            y={of.events + (lanes.indexOf(lane) + 0.2) * of.lane}
            width={Math.max(1.5, to - from)}
            height={of.lane * 0.6}
          />
        )
      })}
      {marksOf(steps, width).map(({ x, symbol, count, title }) => {
        const text = `${symbol}${count > 1 ? count : ''}`
        const half = 6 + (text.length - 1) * 3
        return (
          <text
            class="stage__event"
            x={Math.max(half, Math.min(width - half, x))}
            y={of.events - 4}
            data-symbol={symbol}
          >
            <title>{title}</title>
            {text}
          </text>
        )
      })}
    </g>
  )
  drawn.set(course, { width, of, node })
  return node
}

interface EventMark {
  x: number
  symbol: '➤' | '◷' | '＋'
  count: number
  title: string
}

/** Returns the marks of segments and of the clock. Those that are too close are one, with a count. */
function marksOf(steps: readonly Step[], width: number): EventMark[] {
  const marks: EventMark[] = []
  for (const [index, { sent, changes, after }] of steps.entries()) {
    const isSegment = sent.some(({ segment }) => segment !== 'probe')
    const isClock = index > 0 && changes.some(([path]) => path[0] === 'time')
    if (!isSegment && !isClock) continue
    const x = xOf(index, steps.length, width)
    const symbol = isSegment ? '➤' : '◷'
    const title = isClock ? `${after.time} ms` : (sent.at(-1)?.subflow ?? '')
    const last = marks.at(-1)
    if (last && x - last.x < apart + 8 * Math.min(1, last.count) && last.symbol === symbol) last.count++
    else if (!last || x - last.x >= apart) marks.push({ x, symbol, count: 1, title })
  }
  return marks
}
