import type { VNode } from 'preact'
import { type Path, valueAt } from '../../recorder/diff.ts'
import { nameAt, shownAt } from '../describe.ts'
import { withPanelWords } from '../panel-words.ts'
import type { Words } from '../words.ts'
import { xOf } from './Timeline.tsx'
import type { Course } from './view.ts'

/** The most values on the time line. */
const mostPins = 2

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

/** Returns the button of a value that the step changed: of the first that is not pinned, or of the first. */
export function pinOfStep(walk: HTMLElement): HTMLElement | undefined {
  const buttons = [...walk.querySelectorAll<HTMLElement>('dd:has(mark) [data-action=pin]')]
  return buttons.find((button) => button.getAttribute('aria-pressed') !== 'true') ?? buttons[0]
}

/**
 * Pins a value, or removes it if it is pinned.
 *
 * @param json the path of the value; undefined if there is none
 * @returns the pins, and what is said about them
 */
export function changePins(
  pins: readonly Path[],
  json: string | undefined,
  words: Words,
): { pins: readonly Path[]; said: string } {
  if (json === undefined) return { pins, said: withPanelWords(words).noPin }
  const path: Path = JSON.parse(json)
  const others = pins.filter((pin) => pin.join() !== path.join())
  const now = others.length < pins.length ? others : [...others, path].slice(-mostPins)
  const { pinned, unpinned, stop } = withPanelWords(words)
  const names = (paths: readonly Path[], other: readonly Path[]) =>
    paths.filter((path) => !other.includes(path)).map((path) => nameAt(path, words))
  const said = [...names(now, pins).map(pinned), ...names(pins, now).map(unpinned)]
  return {
    pins: now,
    said: said
      .map((text) => text + stop)
      .join('')
      .trim(),
  }
}

interface PinsShown {
  pins: readonly Path[]
  course: Course
  words: Words
}

/** The names of the pinned values, each at the height of its line. */
export function PinNames({ pins, words }: Omit<PinsShown, 'course'>): VNode {
  const names = pins.map((path) => nameAt(path, words))
  return (
    <>
      {names.map((name) => (
        <li data-lane="pin" title={name}>
          ★ {name}
        </li>
      ))}
    </>
  )
}

/** The histories of the pinned values in words, in place of their lines. */
export function PinHistories({ pins, course, words }: PinsShown): VNode {
  const { pinHistory } = withPanelWords(words)
  return (
    <ul class="walk__sr">
      {pins.map((path) => (
        <li>{pinHistory(nameAt(path, words), historyIn(course, path, words))}</li>
      ))}
    </ul>
  )
}

/** The lines of the pinned values, one below the other. */
export function Pins({ pins, top, height, ...props }: PinsShown & Place): VNode {
  return (
    <>
      {pins.map((path, at) => (
        <Pin path={path} top={top + at * height} height={height} {...props} />
      ))}
    </>
  )
}

/** The place of a line, in px. */
interface Place {
  width: number
  top: number
  height: number
}

/** The history of a pinned value: a line that rises where a number grows, and its texts where there is room. */
function Pin({
  path,
  course,
  words,
  width,
  top,
  height,
}: { path: Path; course: Course; words: Words } & Place): VNode {
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
