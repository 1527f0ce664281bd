import type { Marked, Row } from './align.ts'
import { type Kernel, otherSide } from './item.ts'
import type { Side } from './recording.ts'
import type { Words } from './words.ts'

/** Units of a ladder, which is as wide as a column on a desk. The hosts' lines are at `client` and `server`. */
export const sizes = { width: 288, client: 54, server: 284, font: 11, line: 13, gap: 7 }

const { client, server, font, line, gap } = sizes
/** The room for text between the two lines. */
const [left, right] = [client + 4, server - 4]

/** A text in the picture. `x` is where it starts, ends or has its middle. */
export interface Text {
  x: number
  /** The base line. */
  y: number
  anchor: 'start' | 'middle' | 'end'
  kind: 'time' | 'label' | 'detail' | 'tag' | 'note' | 'host'
  text: string
}

/** A ladder: what is drawn, in units of the picture. */
export interface Picture {
  height: number
  texts: Text[]
  arrows: { y: number; to: Side; isOnly: boolean }[]
  /** Heights at which only the other kernel sends a segment. */
  missing: number[]
}

/** Returns the width of a text of the code font, a little more than that of the widest usual one. */
function widthOf(text: string): number {
  let ems = 0
  for (const char of text) ems += /[\u2190-\u21ff\u2e80-\uffef]/u.test(char) ? 1 : 0.62
  return ems * font
}

/** The edges of a text: left, top, right, bottom. */
export function boxOf({ x, y, anchor, text }: Text): [number, number, number, number] {
  const width = widthOf(text)
  const start = x - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)
  return [start, y - 9, start + width, y + 3]
}

/** Places the items of both ladders: a row is as high as the higher of its two items. */
export function layOut(rows: readonly Row[], words: Words): Record<Kernel, Picture> {
  const pictures = { v095: emptyPicture(words), mainline: emptyPicture(words) }
  let y = 24
  const shown = { v095: Number.NEGATIVE_INFINITY, mainline: Number.NEGATIVE_INFINITY }
  for (const row of rows) {
    let height = 0
    for (const kernel of ['v095', 'mainline'] as const) {
      const item = row[kernel]
      if (!item) continue
      const picture = pictures[kernel]
      // Fractions of a millisecond are those of the machine, not of the kernel.
      if (item.at - shown[kernel] >= 1) {
        picture.texts.push({
          x: client - 6,
          y: y + 11,
          anchor: 'end',
          kind: 'time',
          text: words.shortTime(item.at),
        })
        shown[kernel] = item.at
      }
      height = Math.max(height, place(picture, item, y, words, kernel))
    }
    const lone = row.v095 && row.mainline ? undefined : (row.v095 ?? row.mainline)
    if (lone?.marks.includes('only')) pictures[row.v095 ? 'mainline' : 'v095'].missing.push(y + 16)
    y += height + gap
  }
  pictures.v095.height = y
  pictures.mainline.height = y
  return pictures
}

function emptyPicture(words: Words): Picture {
  const host = { y: 11, kind: 'host' } as const
  const texts: Text[] = [
    { ...host, x: client, anchor: 'middle', text: words.sides.client ?? '' },
    { ...host, x: sizes.width - 2, anchor: 'end', text: words.sides.server ?? '' },
  ]
  return { height: 0, texts, arrows: [], missing: [] }
}

/** Places an item, and returns its height. */
function place(picture: Picture, item: Marked, y: number, words: Words, kernel: Kernel): number {
  const height =
    item.kind === 'segment' ? placeSegment(picture, item, y, words, kernel) : placeEvent(picture, item, y)
  if (item.notes.length === 0) return height
  picture.texts.push({ x: client - 6, y: y + 24, anchor: 'end', kind: 'note', text: `(${item.notes})` })
  return Math.max(height, 28)
}

/** A segment: its label above the arrow, its details below, its marks at the right. */
function placeSegment(picture: Picture, item: Marked, y: number, words: Words, kernel: Kernel): number {
  const { side, text, pair, ids, marks } = item
  picture.arrows.push({ y: y + 16, to: otherSide(side ?? 'client'), isOnly: marks.includes('only') })
  const label = [text, pair].filter(Boolean).join(' ')
  const isLong = widthOf(label) > right + 2 - left
  // The ids of a join are its first detail, which is marked. Those of an option are in its text.
  const isJoin = marks.includes('otherId') && pair !== undefined
  const details = isJoin ? [words.otherIds(ids ?? ''), ...item.details.slice(1)] : item.details
  const tags = marks
    .filter((mark) => !(isJoin && mark === 'otherId'))
    .map((mark) => `[${mark === 'only' ? words.only[kernel] : words[mark]}]`)
  const lines = [
    ...(isLong ? [text, pair ?? ''] : [label]),
    ...wrapped(details.join(words.comma), right - left),
  ]
  const used = placeLines(picture, lines, tags, y, { anchor: 'start', below: 4, rest: 'detail' })
  return used === 1 ? 18 : 20 + (used - 1) * line
}

/** An event: its text beside the line of its host, with a dot. */
function placeEvent(picture: Picture, { side, text, delay }: Marked, y: number): number {
  const anchor = side === 'server' ? 'end' : side ? 'start' : 'middle'
  const dotted = { start: `• ${text}`, middle: text, end: `${text} •` }[anchor]
  const tags = delay ? [`[${delay}]`] : []
  return (
    line *
    placeLines(picture, wrapped(dotted, right - left - 8), tags, y, { anchor, below: 0, rest: 'label' })
  )
}

/** How lines are set: `below` is the room below the first one, `rest` the kind of the others. */
interface Setting {
  anchor: Text['anchor']
  below: number
  rest: 'label' | 'detail'
}

/** Places lines, and tags opposite to where lines begin, in the first that has room. Returns the number of lines. */
function placeLines(
  { texts }: Picture,
  lines: readonly string[],
  tags: readonly string[],
  y: number,
  { anchor, below, rest }: Setting,
): number {
  const base = (index: number) => y + 11 + index * line + (index > 0 ? below : 0)
  const x = { start: left, middle: (left + right) / 2, end: right - 6 }[anchor]
  lines.forEach((text, index) => {
    texts.push({ x, y: base(index), anchor, kind: index > 0 ? rest : 'label', text })
  })
  let index = 0
  let taken = 0
  for (const text of tags) {
    const width = widthOf(text)
    while (index < lines.length && widthOf(lines[index] ?? '') + taken + width + 3 > right - left) {
      index++
      taken = 0
    }
    const opposite = anchor === 'end' ? 'start' : 'end'
    const x = Math.round(opposite === 'end' ? right - taken : left + taken)
    texts.push({ x, y: base(index), anchor: opposite, kind: 'tag', text })
    taken += width + 5
  }
  return Math.max(lines.length, tags.length > 0 ? index + 1 : 0)
}

/** Breaks a text at spaces and between Han characters, but not before punctuation, into lines that fit into `room`. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = []
  for (const piece of text.match(
    /(?:[\u3400-\u9fff]|[^\s\u3000-\uffef]+)[\u3000-\u303f\uff00-\uffef]*\s*/gu,
  ) ?? []) {
    const longer = (lines.at(-1) ?? '') + piece
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= room) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map((line) => line.trimEnd())
}
