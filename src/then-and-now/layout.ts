import type { Mark, Marked, Row } from './align.ts'
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
  const hasOtherIds = item.marks.includes('otherId')
  const tags = item.marks
    .filter((mark) => mark !== 'otherId')
    .map((mark) => `[${tagOf(mark, words, kernel)}]`)
  if (item.delay) tags.push(`[${item.delay}]`)
  // The ids of a join are its first detail; those of an option are in its text.
  const [, ...others] = item.details
  const details =
    hasOtherIds && item.text === 'SYN+MP_JOIN' ? [words.otherIds(item.ids ?? ''), ...others] : item.details
  if (hasOtherIds && details === item.details) tags.push(`[${words.otherId}]`)
  const height =
    item.kind === 'segment'
      ? placeSegment(picture, item, details.join(words.comma), y, tags)
      : placeEvent(picture, item, y, tags)
  if (item.notes.length === 0) return height
  // Two remarks on one item are rare; both stand below its time.
  picture.texts.push({ x: client - 6, y: y + 24, anchor: 'end', kind: 'note', text: `(${item.notes})` })
  return Math.max(height, 28)
}

function tagOf(mark: Mark, words: Words, kernel: Kernel): string {
  return mark === 'only' ? words.only[kernel] : words[mark]
}

/** A segment: its label above the arrow, its details below, the tags at the right. */
function placeSegment(
  picture: Picture,
  item: Marked,
  details: string,
  y: number,
  tags: readonly string[],
): number {
  picture.arrows.push({
    y: y + 16,
    to: otherSide(item.side ?? 'client'),
    isOnly: item.marks.includes('only'),
  })
  const label = [item.text, item.pair].filter(Boolean).join(' ')
  const isLong = widthOf(label) > right + 2 - left
  const lines = [
    isLong ? item.text : label,
    ...(isLong ? [item.pair ?? ''] : []),
    ...wrapped(details, right - left),
  ]
  const used = placeLines(
    picture,
    lines.filter(Boolean),
    tags,
    (index) => y + 11 + (index && 4 + index * line),
    'start',
    true,
  )
  return used === 1 ? 18 : 20 + (used - 1) * line
}

/** An event: its text beside the line of its host, with a dot. */
function placeEvent(picture: Picture, item: Marked, y: number, tags: readonly string[]): number {
  const anchor = item.side === 'server' ? 'end' : item.side ? 'start' : 'middle'
  const text = { start: `• ${item.text}`, middle: item.text, end: `${item.text} •` }[anchor]
  const used = placeLines(
    picture,
    wrapped(text, right - left - 8),
    tags,
    (index) => y + 11 + index * line,
    anchor,
  )
  return used * line
}

/** Places lines of text, and the tags at the end of the first line that has room for them. Returns the number of lines. */
function placeLines(
  picture: Picture,
  lines: string[],
  tags: readonly string[],
  base: (index: number) => number,
  anchor: Text['anchor'],
  isSegment = false,
): number {
  const inset = anchor === 'middle' ? 0 : 4
  const x = anchor === 'start' ? left : anchor === 'end' ? right - inset - 2 : (left + right) / 2
  lines.forEach((text, index) => {
    picture.texts.push({ x, y: base(index), anchor, kind: index > 0 && isSegment ? 'detail' : 'label', text })
  })
  let used = lines.length
  let [row, taken] = [0, 0]
  for (const tag of tags) {
    const width = widthOf(tag)
    const room = (index: number) => right - left - widthOf(lines[index] ?? '') - (index === row ? taken : 0)
    let index = row
    while (index < lines.length && room(index) < width + 3) index++
    if (index !== row) taken = 0
    row = index
    used = Math.max(used, row + 1)
    const at = Math.round(anchor === 'end' ? left + taken : right - taken)
    picture.texts.push({
      x: at,
      y: base(row),
      anchor: anchor === 'end' ? 'start' : 'end',
      kind: 'tag',
      text: tag,
    })
    taken += width + 5
  }
  return used
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
