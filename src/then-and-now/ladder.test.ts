import { describe, expect, test } from 'vitest'
import type { Step } from '../../examples/scenario/parse.ts'
import { buildElement } from '../notes/built-element.ts'
import type { Mark, Row } from './align.ts'
import { comparison, rowsOf } from './Comparison.tsx'
import type { Kernel } from './item.ts'
import { boxOf, layOut, type Picture, sizes } from './layout.ts'
import type { LabRecording } from './recording.ts'
import { readSituations, type Situation } from './situations.ts'
import { wordsIn } from './words.ts'

const situations = readSituations('.')
const kernels = ['v095', 'mainline'] as const
const cases = [...situations.values()].flatMap((situation) =>
  ['zh-Hans', 'en'].map((locale) => {
    const words = wordsIn(locale)
    const rows = rowsOf(situation, words)
    return { id: situation.id, locale, situation, rows, pictures: layOut(rows, words) }
  }),
)

function rowsIn(id: string): Row[] {
  return rowsOf(situations.get(id) as Situation, wordsIn('en'))
}

/** Returns the marks of the segments of one kernel whose text begins so. */
function marksOf(id: string, kernel: Kernel, text: string): Mark[][] {
  return rowsIn(id).flatMap(({ [kernel]: item }) =>
    item?.kind === 'segment' && `${item.text} ${item.pair}`.startsWith(text) ? [item.marks] : [],
  )
}

describe.each(cases)('the ladders of $id in $locale', ({ situation, rows, pictures }) => {
  test('have one arrow for each segment of the data', () => {
    expect(pictures.v095.arrows).toHaveLength(countThen(situation, rows))
    expect(pictures.mainline.arrows).toHaveLength(countNow(situation.recording, rows))
  })

  test('have both arrows of a segment that both kernels send at one height', () => {
    const heights = {
      v095: heightsOf(rows, 'v095', pictures.v095),
      mainline: heightsOf(rows, 'mainline', pictures.mainline),
    }
    const both = rows.filter(({ v095, mainline }) => v095?.kind === 'segment' && mainline?.kind === 'segment')
    for (const row of both) {
      expect(row.v095?.key).toBe(row.mainline?.key)
      expect(heights.v095.get(row)).toBe(heights.mainline.get(row))
    }
    expect(pictures.v095.height).toBe(pictures.mainline.height)
  })

  test('keep the order of each kernel', () => {
    for (const kernel of kernels) {
      const times = rows.flatMap(({ [kernel]: item }) => (item ? [item.at] : []))
      const ys = pictures[kernel].arrows.map(({ y }) => y)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(ys).toEqual(ys.toSorted((a, b) => a - b))
    }
  })

  test('have no text over another, over an arrow, or outside of the picture', () => {
    for (const kernel of kernels) {
      const { texts, arrows, height } = pictures[kernel]
      const boxes = texts.map((text) => ({ text: text.text, box: boxOf(text) }))
      for (const [index, { text, box }] of boxes.entries()) {
        const [left, top, right, bottom] = box
        expect(left >= 0 && right <= sizes.width && top >= 0 && bottom <= height, `${text} is inside`).toBe(
          true,
        )
        const over = boxes
          .slice(index + 1)
          .find(({ box: [l, t, r, b] }) => l < right && left < r && t < bottom && top < b)
        expect(over?.text, `over ${text}`).toBeUndefined()
        // The lower part of a box is for letters such as g; an arrow is below the others.
        const crossed = right > sizes.client && arrows.some(({ y }) => y > top && y < bottom - 3)
        expect(crossed, `an arrow crosses ${text}`).toBe(false)
      }
    }
  })
})

test('what only one kernel sends is marked, and so are other ids', () => {
  expect(marksOf('c-client-endpoint-del', 'v095', 'REMOVE_ADDR')).toEqual([['otherId'], ['only'], ['only']])
  expect(marksOf('c-client-endpoint-del', 'mainline', 'REMOVE_ADDR')).toEqual([['otherId']])
  expect(marksOf('c-client-endpoint-del', 'mainline', 'FIN')).toEqual([['only']])
  expect(marksOf('d-backup-change-keep-fullmesh', 'v095', 'MP_PRIO(1)')).toEqual([['only'], [], ['only']])
})

test('a segment that comes in another order is marked as earlier and later', () => {
  const pair = 'SYN+MP_JOIN 10.0.2.1→10.0.11.1'
  expect(marksOf('a-fullmesh-3x3', 'v095', pair)).toEqual([['earlier', 'otherId']])
  expect(marksOf('a-fullmesh-3x3', 'mainline', pair)).toEqual([['later', 'otherId']])
})

test('what a host sends that v0.95’s scenario does not run is not marked, except an echo', () => {
  expect(marksOf('b-add-addr-rtx', 'mainline', 'SYN+MP_JOIN')).toEqual([[]])
  expect(marksOf('b-add-addr-rtx', 'mainline', 'ADD_ADDR')).toEqual([
    ['otherId'],
    ['only'],
    ['only'],
    ['only'],
  ])
  expect(marksOf('b-add-addr-rtx', 'mainline', 'echo')).toEqual(Array(4).fill(['only']))
})

test('without a counterpart nothing is marked', () => {
  expect(rowsIn('a-default-limits').flatMap(({ mainline }) => mainline?.marks)).toEqual(
    rowsIn('a-default-limits').flatMap(() => []),
  )
})

test('a SYN that found no neighbour is no arrow', () => {
  const texts = rowsIn('e-noroute-at-all').map(({ v095 }) => v095?.text)
  expect(texts.filter((text) => text?.startsWith('no SYN'))).toHaveLength(3)
})

test('commands stand at one height with those that do the same, also `ip addr add` and not the endpoint after it', () => {
  const pairs = (id: string) =>
    rowsIn(id).flatMap(({ v095, mainline }) =>
      v095?.kind === 'command' && mainline ? [[v095.text, mainline.text]] : [],
    )
  expect(pairs('b-client-addr-added')).toEqual([
    ['addr add 10.0.3.1 dev c3', 'ip addr add 10.0.3.1/24 dev c3'],
  ])
  expect(pairs('c-client-link-down')).toEqual([
    ['link set c2 down', 'ip link set c2 down'],
    ['link set c2 up', 'ip link set c2 up'],
  ])
})

test('every remark has its number in the ladder', () => {
  for (const { id, situation, rows } of cases) {
    const remarks = [...situation.scenario.steps.flatMap(({ comments }) => comments)].length / 2
    const numbers = rows.flatMap(({ v095 }) => v095?.notes ?? [])
    expect(
      numbers.toSorted((a, b) => a - b),
      id,
    ).toEqual(Array.from({ length: remarks }, (_, index) => index + 1))
  }
})

test('a ladder has a title and a description', () => {
  const { html } = buildElement(comparison(situations.get('a-fullmesh-3x3') as Situation, 'en'))
  expect(html).toContain('<title>Ladder diagram, 13 segments</title><desc>9 on both kernels, ')
  expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(2)
})

test.each(cases)(
  'the description of each ladder of $id in $locale counts all its segments',
  ({ situation, locale, rows }) => {
    const { html } = buildElement(comparison(situation, locale))
    const described = [...html.matchAll(/<title>\D*(\d+)\D*<\/title><desc>([^<]*)<\/desc>/g)]
    expect(described).toHaveLength(rows.some(({ v095 }) => v095) ? 2 : 0)
    for (const [, segments, counts = ''] of described)
      expect(sum(counts.match(/\d+/g) ?? []), counts).toBe(Number(segments))
  },
)

function sum(numbers: readonly string[]): number {
  return numbers.reduce((total, number) => total + Number(number), 0)
}

/** Returns the height of the arrow in each row. */
function heightsOf(rows: readonly Row[], kernel: Kernel, { arrows }: Picture): Map<Row, number | undefined> {
  const segments = rows.filter((row) => row[kernel]?.kind === 'segment')
  return new Map(segments.map((row, index) => [row, arrows[index]?.y]))
}

function isFolded(rows: readonly Row[]): boolean {
  return rows[0]?.mainline?.key === 'mesh'
}

/** Counts the segments in a scenario: sent options, or those that arrive, if these are more; SYNs; the first SYN. */
function countThen({ scenario: { steps }, recording }: Situation, rows: readonly Row[]): number {
  if (steps.length === 0) return 0
  const opens = ({ command }: Step) => /^(connect|accept) /.test(command)
  const first = isFolded(rows)
    ? steps.findIndex(({ comments }) => comments.length > 0)
    : steps.findIndex(opens)
  const shown = steps.slice(first)
  const sides = new Map(
    steps.filter(opens).map(({ command }) => command.split(' ').slice(0, 2).reverse() as [string, string]),
  )
  const lines = shown.flatMap(({ expected }) => expected)
  const sent = lines.flatMap((line) => {
    const [, session = '', option] = /\] ack (\w+)\/\d+: DSS (\S+) /.exec(line) ?? []
    return option?.startsWith('MP_PRIO')
      ? [`${line} ${Math.random()}`]
      : option
        ? [`${sides.get(session)} ${option}`]
        : []
  })
  const arrived = shown.flatMap(({ command }) => {
    const [, session = '', what, id, address] =
      /^rx (\w+) (add_addr|remove_addr) (\S+) ?\[?([\da-f.:]*?)\]?(?::\d{4})?$/.exec(command) ?? []
    const from = sides.get(session) === 'connect' ? 'accept' : 'connect'
    return what ? [`${from} ${what.toUpperCase()}(${[id, address].filter(Boolean)})`] : []
  })
  const options = [...new Set([...sent, ...arrived])].map((name) =>
    Math.max(...[sent, arrived].map((names) => names.filter((other) => other === name).length)),
  )
  const syns = lines.filter((line) => /\] join .* = 0$/.test(line)).length
  const lost = recording.events.filter(
    (event) =>
      event.what === 'gone' &&
      !recording.events.some(
        (open) =>
          open.what === 'open' && open.at < event.at && open.from === event.from && open.to === event.to,
      ),
  ).length
  return options.reduce((sum, count) => sum + count, 0) + syns - lost + (isFolded(rows) ? 0 : 1)
}

function countNow({ events }: LabRecording, rows: readonly Row[]): number {
  const shown = isFolded(rows) ? events.slice(events.findIndex(({ what }) => what === 'run')) : events
  const again = new Set(shown.flatMap((event) => (event.what === 'open' ? (event.again ?? []) : [])))
  return shown.filter(({ what }) => !['run', 'gone', 'flags', 'end'].includes(what)).length + again.size
}
