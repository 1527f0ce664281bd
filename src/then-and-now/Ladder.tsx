import type { VNode } from 'preact'
import type { Mark, Row } from './align.ts'
import type { Kernel } from './item.ts'
import { type Picture, sizes, type Text } from './layout.ts'
import type { Words } from './words.ts'

const { width, client, server } = sizes

interface LadderProps {
  kernel: Kernel
  rows: readonly Row[]
  picture: Picture
  words: Words
}

/** Draws a ladder: the lines of client and server, time downwards, an arrow for each segment. */
export function Ladder({ kernel, rows, picture, words }: LadderProps): VNode {
  const { height, texts, arrows, missing } = picture
  return (
    <svg class="ladder" viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{words.ladder(arrows.length)}</title>
      {rows.some(({ v095 }) => v095) && <desc>{describe(kernel, rows, words)}</desc>}
      <path class="ladder__line" d={`M${client} 16V${height}M${server} 16V${height}`} />
      {missing.length > 0 && (
        <path class="ladder__missing" d={missing.map((y) => `M${client} ${y}H${server}`).join('')} />
      )}
      {([false, true] as const).map((isOnly) => {
        const d = arrows
          .filter((arrow) => arrow.isOnly === isOnly)
          .map(pathOf)
          .join('')
        return d && <path class={isOnly ? 'ladder__only' : 'ladder__arrow'} d={d} />
      })}
      {[...columnsOf(texts)].map(([, column]) => {
        const [{ kind, x, anchor }] = column
        return (
          <g
            class={`ladder__${kind}`}
            transform={`translate(${x})`}
            {...(anchor !== 'start' && { 'text-anchor': anchor })}
          >
            {column.map(({ y, text }) => (
              <text y={y}>{text}</text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

/** Returns the texts of each kind that begin, or end, at the same place: what they share is written once. */
function columnsOf(texts: readonly Text[]): Map<string, [Text, ...Text[]]> {
  const columns = new Map<string, [Text, ...Text[]]>()
  for (const text of texts) {
    const name = `${text.kind} ${text.x} ${text.anchor}`
    const column = columns.get(name)
    if (column) column.push(text)
    else columns.set(name, [text])
  }
  return columns
}

function pathOf({ y, to }: Picture['arrows'][number]): string {
  return to === 'server' ? `M${client} ${y}H${server}m-6-3 6 3-6 3` : `M${server} ${y}H${client}m6-3-6 3 6 3`
}

/** Returns what the marks say of the segments together. */
function describe(kernel: Kernel, rows: readonly Row[], words: Words): string {
  const segments = rows.filter((row) => row[kernel]?.kind === 'segment')
  const marked = (...marks: Mark[]) =>
    segments.filter((row) => row[kernel]?.marks.some((mark) => marks.includes(mark))).length
  const both = segments.filter(({ v095, mainline }) => v095 && mainline).length
  const [only, moved] = [marked('only'), marked('earlier', 'later')]
  return words.compared(both, only, moved, segments.length - both - only - moved)
}
