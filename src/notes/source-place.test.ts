import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeOf, placeOfKey } from './source-place.ts'

/** The text of the line at `file:line`. */
function lineAt(place: string): string {
  const [file = '', line] = place.split(':')
  return readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? ''
}

test('the place of a key is the line of its property, not of a longer name', () => {
  const file = 'reference/pages-of-symbols.ts'
  expect(lineAt(placeOfKey(file, 'full_mesh'))).toMatch(/^ {2}full_mesh: /)
  expect(lineAt(placeOfKey(file, 'struct fullmesh_rem4'))).toMatch(/^ {2}'struct fullmesh_rem4': /)
  expect(lineAt(placeOfKey('reference/options.ts', 'dss-ack'))).toMatch(/^ {2}'dss-ack': \{/)
})

test('what a file does not have is at its first line', () => {
  expect(placeOfKey('reference/options.ts', 'constructor')).toBe('reference/options.ts:1')
  expect(placeOf('reference/options.ts', '¤')).toBe('reference/options.ts:1')
})
