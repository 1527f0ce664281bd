import { expect, test } from 'vitest'
import { cut, splice } from './excerpt.ts'

const source = `describe('x', () => {
  test('a', () => {
    one()

    two()
  })
})
`
const start = source.indexOf('test(')
const end = source.indexOf('})', start) + 2

test('an excerpt has no indentation, however deep it was in its file', () => {
  expect(cut(source, start, end)).toEqual({
    indent: '  ',
    text: "test('a', () => {\n  one()\n\n  two()\n})",
  })
})

test('an excerpt is put back where it was cut, edited or not', () => {
  const { text, indent } = cut(source, start, end)
  expect(splice(source, start, end, { text, indent })).toBe(source)
  expect(splice(source, start, end, { text: "test('b')\n// longer", indent })).toBe(
    "describe('x', () => {\n  test('b')\n  // longer\n})\n",
  )
})
