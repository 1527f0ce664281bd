import { expect, test } from 'vitest'
import { referencesInComments } from './comments.ts'

/** Returns the references in a file: line of the file, symbols, line of the C file. */
const find = (source: string) =>
  referencesInComments('a.ts', source).map(({ place, within, at }) => [place, within, at])

test('a comment names lines and the symbols that are defined there, even where it is broken in two', () => {
  const source = `
/**
 * The address.
 *
 * @see mptcp_fullmesh.c:25 \`struct fullmesh_rem4\`, :33 \`struct
 *   fullmesh_rem6\`
 */`
  expect(find(source)).toEqual([
    ['a.ts:5', ['struct fullmesh_rem4'], '25'],
    ['a.ts:5', ['struct fullmesh_rem6'], '33'],
  ])
})

test('a line is in the symbol that is named behind it', () => {
  expect(find('// 500 ms (:1070 in `add_pm_event`)')).toEqual([['a.ts:1', ['add_pm_event'], '1070']])
})

test('a line alone is in one of the symbols of its comment, wherever they stand', () => {
  const source = '// Twice: :983 and :994 in `mptcp_address_worker`, :1414 in `full_mesh_release_sock`.'
  const both = ['mptcp_address_worker', 'full_mesh_release_sock']
  expect(find(source)).toEqual([
    ['a.ts:1', both, '983'],
    ['a.ts:1', ['mptcp_address_worker'], '994'],
    ['a.ts:1', ['full_mesh_release_sock'], '1414'],
  ])
})

test('a line alone inherits the symbols of the nearest comment above that names some', () => {
  const source = `
/** @see mptcp_fullmesh.c:710 \`mptcp_address_worker\` */
function work() {}
// In two rounds.
/** Removes it (:744-766). */
function remove() {}`
  expect(find(source).at(-1)).toEqual(['a.ts:5', ['mptcp_address_worker'], '744-766'])
  expect(find('// It is removed (:744).')).toEqual([['a.ts:1', [], '744']])
})

test('other numbers are not lines: times, addresses, ports, and what is not a comment', () => {
  const source = `
// 500 ms after 10.0.1.1:4000 met [2001:db8::1]:80 and ::1, at 12:30; A[:P], 0 to 255
const colon = (a: boolean) => (a ? ' :744' : 1)`
  expect(find(source)).toEqual([])
})
