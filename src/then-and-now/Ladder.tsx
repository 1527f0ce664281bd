import type { VNode } from 'preact'
import type { Row } from './align.ts'
import { boxOf, type Picture, sizes, type Text } from './layout.ts'
import type { Words } from './words.ts'

const { width, client, server } = sizes

interface LadderProps {
  id: string
  kernel: 'then' | 'now'
  rows: readonly Row[]
  picture: Picture
  words: Words
}

/** Draws a ladder: the lines of client and server, time downwards, an arrow for each segment. */
export function Ladder({ id, kernel, rows, picture, words }: LadderProps): VNode {
  const { height, texts, arrows, events, missing } = picture
  const textsOf = (kind: Text['kind']) => texts.filter((text) => text.kind === kind)
  const shapes = (['tag', 'note'] as const).flatMap(textsOf).map(boxOf)
  return (
    <svg class="ladder" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-text`}>
      <title id={`${id}-title`}>{words.ladder(arrows.length)}</title>
      <desc id={`${id}-text`}>{describe(kernel, rows, words)}</desc>
      <path class="ladder__line" d={`M${client} 16V${height}M${server} 16V${height}`} />
      {missing.length > 0 && <path class="ladder__missing" d={missing.map((y) => `M${client} ${y}H${server}`).join('')} />}
      <path class="ladder__arrow" d={arrows.map(arrow).join('')} />
      {events.length > 0 && (
        <path class="ladder__event" d={events.map(({ y, at }) => `M${(at === 'client' ? client : server) - 3} ${y - 3}h6v6h-6z`).join('')} />
      )}
      {shapes.length > 0 && (
        <path class="ladder__frame" d={shapes.map(([x, y, x2, y2]) => `M${round(x)} ${y}H${round(x2)}V${y2}H${round(x)}z`).join('')} />
      )}
      {(['host', 'time', 'label', 'detail', 'tag', 'note'] as const).map((kind) => (
        <g class={`ladder__${kind}`}>
          {textsOf(kind).map(({ x, y, anchor, text }) => (
            <text x={x} y={y} {...(anchor !== 'start' && { 'text-anchor': anchor })}>
              {text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}

function arrow({ y, to }: Picture['arrows'][number]): string {
  const [from, end, back] = to === 'server' ? [client, server, -6] : [server, client, 6]
  return `M${from} ${y}H${end}m${back}-3L${end} ${y}l${back} 3`
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

/** Returns what a reader who does not see the ladder should know of it. */
function describe(kernel: 'then' | 'now', rows: readonly Row[], words: Words): string {
  if (!rows.some(({ then }) => then)) return words.ladderAlone
  const segments = rows.filter((row) => row[kernel]?.kind === 'segment')
  const marked = (...marks: string[]) =>
    segments.filter((row) => row[kernel]?.marks.some((mark) => marks.includes(mark))).length
  const both = segments.filter(({ then, now }) => then && now).length
  return words.ladderDetail(both, marked('only'), marked('earlier', 'later'))
}
