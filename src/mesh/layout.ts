/** Where everything of a mesh stands, in pixels of its drawing. */

import { type Mesh, type MeshAddress, type MeshLink, type MeshPlaces, withPort } from './mesh.ts'
import type { MeshWords } from './words.ts'

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

/** How large a mesh is drawn. */
export interface MeshSize {
  /** Pixels. */
  width: number
  /** The most pixels that it may be high; rows are 20 px or more all the same. */
  height: number
  /** Short labels for a narrow picture: without the words `slot` and the devices of the peer. */
  isNarrow?: boolean
}

/** The side of an address. */
type Side = 'local' | 'peer'

export interface Layout {
  width: number
  height: number
  boxes: Record<Side, Box>
  /** Rows are high enough for two lines. */
  isTall: boolean
  /** Returns where the lines of an address begin; undefined for an address without a place. */
  pointOf(side: Side, key: string): Point | undefined
  /** Returns the lines of an address. If rows are low, `below` is all of it. */
  textOf(address: MeshAddress, words: MeshWords): { above: string; below: string }
  /** Returns the width to which a text of an address is compressed; undefined if there is room for it. */
  compressed(side: Side, text: string): number | undefined
}

/** The width of a character of code at the size of the labels, and of a wide one, in px. */
const character = 6.7
const wide = 11.2

/** The mark of an address that the step changed. */
const markWidth = 2 * character

const head = 20
/** The least room for the lines between the hosts, in px. */
const leastGap = { wide: 70, narrow: 50 }
const [low, tall] = [20, 40]

/** Returns the layout of a mesh. With places, it is the same at every step of a walk. */
export function layoutOf(
  mesh: Mesh,
  places: MeshPlaces | undefined,
  size: MeshSize,
  words: MeshWords,
): Layout {
  const keys = {
    local: places?.local ?? mesh.local.addresses.map(({ key }) => key),
    peer: places?.peer ?? mesh.peer.addresses.map(({ key }) => key),
  }
  const rows = Math.max(1, keys.local.length, keys.peer.length)
  const isTall = head + rows * tall + 8 <= size.height
  const pitch = isTall ? Math.min(60, Math.floor((size.height - head - 8) / rows)) : low
  const height = head + rows * pitch + 8
  const textOf = (address: MeshAddress, words: MeshWords) =>
    lines(address, isTall, size.isNarrow ?? false, words)
  const widthOf = (side: Side): number => {
    const widths = mesh[side].addresses.flatMap((address) => {
      const { above, below } = textOf(address, words)
      return [above, below].map((text) => widthOfText(text) + markWidth)
    })
    // An address that is not there yet may need as much.
    const other = keys[side].map(
      (key) => widthOfText(`${key} · ${words.id(0)}`) + (isTall ? 2 : size.isNarrow ? 4 : 12) * character,
    )
    return Math.max(70, ...widths, ...(places ? other : []))
  }
  const room = size.width - leastGap[size.isNarrow ? 'narrow' : 'wide']
  const [wantedLocal, wantedPeer] = [widthOf('local') + 18, widthOf('peer') + 20]
  const localWidth = Math.min(wantedLocal, Math.max(room / 2, room - wantedPeer))
  const peerWidth = Math.min(wantedPeer, room - localWidth)
  const boxes = {
    local: { x: 1, y: head, width: localWidth, height: height - head - 1 },
    peer: { x: size.width - peerWidth - 1, y: head, width: peerWidth, height: height - head - 1 },
  }
  const yOf = (side: Side, index: number) => {
    const rest = (rows - keys[side].length) * pitch
    return head + 4 + rest / 2 + index * pitch + pitch / 2
  }
  return {
    ...{ width: size.width, height, boxes, isTall, textOf },
    pointOf(side, key) {
      const index = keys[side].indexOf(key)
      if (index < 0) return undefined
      const { x, width } = boxes[side]
      return { x: side === 'local' ? x + width : x, y: yOf(side, index) }
    },
    compressed(side, text) {
      const room = boxes[side].width - 14
      return widthOfText(text) > room ? room : undefined
    },
  }
}

function lines(
  { address, port, device, slot, id, isOff, isBackup }: MeshAddress,
  isTall: boolean,
  isNarrow: boolean,
  words: MeshWords,
): { above: string; below: string } {
  const flags = [...(isOff ? [words.off] : []), ...(isBackup ? [words.backup] : [])]
  const place = slot === undefined ? [] : [isTall && !isNarrow ? words.slot(slot) : `[${slot}]`]
  const where = [...(device ? [device] : []), ...place, ...(isTall ? flags : [])]
  const what = [withPort(address, port), ...(id === undefined ? [] : [words.id(id)])]
  if (isTall) return { above: where.join(' · '), below: what.join(' ') }
  const all = isNarrow ? [...place, ...what] : [...where, ...what]
  return { above: '', below: [...all, ...flags].join(' ') }
}

function widthOfText(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2e80' ? wide : character
  return width
}

/** A label in the picture. */
interface Label {
  text: string
  at: Point
  kind: MeshLink['kind'] | 'arrow'
  isChanged: boolean
  /** The state of the subflow. */
  state: string | undefined
}

/** The most subflows whose names are all shown; of more, only those are that changed. */
const mostNamed = 4

const spots = [0.5, 0.28, 0.72, 0.4, 0.6, 0.18, 0.82]

/** Returns the labels of lines and arrows, each where no other label is, and where the fewest lines cross it. */
export function labelsOf(mesh: Mesh, layout: Layout): Label[] {
  const lines = linesOf(mesh, layout)
  const placed: Box[] = []
  const labels: Label[] = []
  const put = (
    long: string,
    short: string,
    from: string,
    to: string,
    kind: Label['kind'],
    isChanged: boolean,
    more: { shift?: number; state?: string | undefined } = {},
  ) => {
    const { shift = 0, state } = more
    const a = layout.pointOf('local', from)
    const b = layout.pointOf('peer', to)
    if (!a || !b) return
    const room = b.x - a.x - 12
    const texts = widthOfText(long) <= room ? [long, short] : [short]
    // A long label gives way to a short one.
    for (const text of texts) {
      const width = widthOfText(text)
      const [least, most] = [a.x + width / 2 + 6, b.x - width / 2 - 6]
      // Above the line, else below it; so far from a steep one that this does not touch the label.
      const rise = Math.min(12, (Math.abs(b.y - a.y) / (b.x - a.x || 1)) * (width / 2))
      const boxes = [-4 - rise, 12 + rise].flatMap((side) =>
        spots.map((part) => {
          const x = Math.max(least, Math.min(most, a.x + (b.x - a.x) * part))
          const along = (x - a.x) / (b.x - a.x || 1)
          const y = a.y + (b.y - a.y) * along + shift + side
          return { x: x - width / 2, y: y - 11, width, height: 14 }
        }),
      )
      const [best] = boxes
        .filter((box) => box.y >= 0 && box.y + box.height <= layout.height)
        .filter((box) => !placed.some((other) => overlaps(box, other)))
        .map((box) => ({ box, crossings: lines.filter((line) => crosses(line, box)).length }))
        .sort((one, other) => one.crossings - other.crossings)
      if (!best) continue
      const { box } = best
      placed.push(box)
      labels.push({ text, at: { x: box.x + width / 2, y: box.y + 11 }, kind, isChanged, state })
      return
    }
  }
  for (const { from, to, name } of mesh.arrows)
    put(name, name.replace(/\(.*?\)/g, ''), from, to, 'arrow', true)
  const subflows = mesh.links.filter(({ kind }) => kind === 'subflow')
  const named = subflows.filter(({ isChanged }) => isChanged || subflows.length <= mostNamed)
  for (const link of named.reverse()) {
    const { from, to, name = '', subflow, isChanged } = link
    const more = { shift: shiftOf(link, mesh), state: subflow?.state }
    const short = `${isChanged ? '◆ ' : ''}${name}`
    put(`${short} ${subflow?.state ?? ''}`, short, from, to, 'subflow', isChanged, more)
  }
  return labels
}

/** A line between the hosts, from left to right. */
export type Line = readonly [a: Point, b: Point]

function linesOf(mesh: Mesh, layout: Layout): Line[] {
  return mesh.links.flatMap((link): Line[] => {
    const [a, b] = [layout.pointOf('local', link.from), layout.pointOf('peer', link.to)]
    const shift = shiftOf(link, mesh)
    return a && b
      ? [
          [
            { x: a.x, y: a.y + shift },
            { x: b.x, y: b.y + shift },
          ],
        ]
      : []
  })
}

/** Returns true if a line passes through a box. */
export function crosses([a, b]: Line, { x, y, width, height }: Box): boolean {
  const [from, to] = [Math.max(a.x, x), Math.min(b.x, x + width)]
  if (from >= to) return false
  const yAt = (x: number) => a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
  return Math.max(yAt(from), yAt(to)) > y && Math.min(yAt(from), yAt(to)) < y + height
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** How far a line is moved down, in px: several subflows between the same two addresses are side by side. */
export function shiftOf({ from, to, name }: MeshLink, { links }: Mesh): number {
  const same = links.filter((link) => link.kind === 'subflow' && link.from === from && link.to === to)
  const names = same.map((link) => link.name ?? '').sort()
  return same.length < 2 ? 0 : (names.indexOf(name ?? '') - (names.length - 1) / 2) * apart
}

/** The distance of such lines, in px. */
const apart = 5
