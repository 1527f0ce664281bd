import { expect, test } from 'vitest'
import { abridged } from './differences.ts'

test('what stayed the same is shown next to the changes only', () => {
  const long = 'a'.repeat(100) + 'b'.repeat(100)
  const same = (text: string) => ({ kind: 'same' as const, text })
  const added = { kind: 'added' as const, text: long }
  const [first, change, middle, , last] = abridged([same(long), added, same(long), added, same(long)])
  expect(first?.text).toBe(`…${'b'.repeat(80)}`)
  expect(change).toEqual(added)
  expect(middle?.text).toBe(`${'a'.repeat(80)}…${'b'.repeat(80)}`)
  expect(last?.text).toBe(`${'a'.repeat(80)}…`)
  expect(abridged([same('short'), added])[0]?.text).toBe('short')
})
