import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { symbols } from '../../examples/reference/symbols.ts'
import { type Layout, layouts } from '../../reference/layouts.ts'
import { arrows, boxes } from './map.ts'
import { heightOf, marks, references, structBoxes } from './structures.ts'

const { files, edges }: { files: string[]; edges: [number, string, number, string, ...unknown[]][] } =
  JSON.parse(readFileSync('reference/callgraph-edges.json', 'utf8'))

test('every arrow of the map is a call in the reference, made at the line it names', () => {
  const calls = new Set(
    edges
      .filter(([file]) => files[file] === 'net/mptcp/mptcp_fullmesh.c')
      .map(([, caller, line, callee]) => `${caller}:${line} ${callee}`),
  )

  const unknown = arrows
    .map(({ from, to, line, by }) => `${from}:${line} ${by ?? to}`)
    .filter((call) => !calls.has(call))
  expect(unknown).toEqual([])
})

test('every arrow leads from one box to another', () => {
  const ids = boxes.map(({ id }) => id)
  expect(arrows.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.includes(id))).toEqual([])
})

test('every box is a symbol of the C file', () => {
  const names: string[] = symbols.map(({ name }) => name.replace(/^struct /, ''))
  expect(boxes.map(({ id }) => id).filter((id) => !names.includes(id))).toEqual([])
})

test('the picture of the structs marks the protection of every field, and no box is over another', () => {
  const shown: Layout[] = structBoxes.map(({ struct }) => layouts[struct])
  const guarded = shown.flatMap(({ fields }) => fields)
  expect(guarded.filter(({ guard }) => guard && !marks[guard]).map(({ name }) => name)).toEqual([])
  for (const column of ['left', 'right']) {
    const boxes = structBoxes.filter((box) => box.column === column)
    for (const [index, box] of boxes.entries())
      expect(box.y + heightOf(box)).toBeLessThan(boxes[index + 1]?.y ?? Number.POSITIVE_INFINITY)
  }
})

test('every arrow between structs starts at a field that contains or points to the other struct', () => {
  for (const { from, field, to, kind } of references) {
    const { fields }: Layout = layouts[from]
    const { type = '' } = fields.find(({ name }) => name === field) ?? {}
    // A list has no type for its entries in C.
    if (type !== 'struct list_head') expect(type).toContain(layouts[to].name)
    expect(type.includes('['), field).toBe(kind === 'contains')
  }
})
