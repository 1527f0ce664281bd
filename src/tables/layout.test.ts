import { expect, test } from 'vitest'
import { type Layout, layouts, type StructField } from '../../reference/layouts.ts'
import { rowsOf } from './byte-table.ts'
import { checkLayouts } from './layout.ts'

test('the structs have the sizes that were computed from the C file, and the private data fit', () => {
  expect(layouts.mptcp_loc_addr.size).toBe(312)
  expect(layouts.fullmesh_priv.size).toBe(424)
  expect(layouts.fullmesh_priv.size).toBeLessThanOrEqual(608)
})

test('an array is as long as eight of its records', () => {
  const sizeOf = (layout: Layout, name: string) => layout.fields.find((field) => field.name === name)?.size
  expect(sizeOf(layouts.fullmesh_priv, 'remaddr4')).toBe(8 * layouts.fullmesh_rem4.size)
  expect(sizeOf(layouts.fullmesh_priv, 'remaddr6')).toBe(8 * layouts.fullmesh_rem6.size)
  expect(sizeOf(layouts.mptcp_loc_addr, 'locaddr4')).toBe(8 * layouts.mptcp_loc4.size)
  expect(sizeOf(layouts.mptcp_loc_addr, 'locaddr6')).toBe(8 * layouts.mptcp_loc6.size)
})

test('every field of the C file is laid out, inside of its struct and of no other field', () => {
  expect(checkLayouts()).toEqual([])
})

test('a field that overlaps, sticks out or is missing is reported, by file and line', () => {
  const { fields } = layouts.fullmesh_rem4
  const changed = (index: number, change: Partial<StructField>) => {
    const others = fields.map((field, at): StructField => (at === index ? { ...field, ...change } : field))
    return checkLayouts({ rem4: { ...layouts.fullmesh_rem4, fields: others } })
  }
  const place = /^reference\/layouts\.ts:\d+: struct fullmesh_rem4: /
  const [overlap = ''] = changed(3, { offset: 2 })
  expect(overlap).toMatch(place)
  expect(overlap).toContain('port begins at 2, inside of what ends at 3')
  expect(changed(4, { size: 8 })[0]).toContain('its fields end at 16, it ends at 12')
  expect(changed(4, { name: 'address' })[0]).toContain('there is no field for "struct fullmesh_rem4.addr"')
})

test('bytes are laid out four to a row; what is longer has a row of its own', () => {
  const rows = rowsOf([
    { size: 2, label: 'a' },
    { size: 2, label: 'b' },
    { size: 20, label: 'c' },
    { size: 1, label: 'd' },
  ])
  expect(
    rows.map(({ offset, size, cells }) => [offset, size, cells.map(({ label, span }) => label + span)]),
  ).toEqual([
    [0, 4, ['a2', 'b2']],
    [4, 20, ['c4']],
    [24, 4, ['d1']],
  ])
})

test('what crosses the end of a row goes on in the next', () => {
  const rows = rowsOf([
    { size: 3, label: 'a' },
    { size: 3, label: 'b' },
  ])
  expect(rows.map(({ cells }) => cells.map(({ label, span }) => label + span))).toEqual([
    ['a3', 'b1'],
    ['b2'],
  ])
})
