import { expect, test } from 'vitest'
import { abridged } from './differences.ts'

test('what stayed the same is shown next to the changes only', () => {
  const [a, b] = ['这'.repeat(100), '里'.repeat(100)]
  const long = a + b
  const same = (text: string) => ({ kind: 'same' as const, text })
  const added = { kind: 'added' as const, text: long }
  const [first, change, middle, , last] = abridged([same(long), added, same(long), added, same(long)])
  expect(first?.text).toBe(`…${b.slice(0, 80)}`)
  expect(change).toEqual(added)
  expect(middle?.text).toBe(`${a.slice(0, 80)}…${b.slice(0, 80)}`)
  expect(last?.text).toBe(`${a.slice(0, 80)}…`)
  expect(abridged([added, same('word '.repeat(100))])[1]?.text).toMatch(/ word…$/)
  expect(abridged([same('short'), added])[0]?.text).toBe('short')
})
