import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, diff, type JsonObject, valueAt } from './diff.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd')
const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.integer()))
const { state } = fc.letrec<{ state: JsonObject }>((tie) => ({
  state: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, leaf, tie('state')), {
    noNullPrototype: true,
  }) as fc.Arbitrary<JsonObject>,
}))

test('a difference turns one state into the other, forwards and backwards', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(apply(before, diff(before, after))).toEqual(after)
      expect(apply(after, diff(after, before))).toEqual(before)
      expect(diff(after, after)).toEqual([])
    }),
  )
})

test('what does not change is shared', () => {
  const before = { a: { b: 1 }, c: { d: 2 } }
  const after = apply(before, [[['a', 'b'], 3]])
  expect(after).toEqual({ a: { b: 3 }, c: { d: 2 } })
  expect(after.c).toBe(before.c)
  expect(valueAt(after, ['a', 'b'])).toBe(3)
  expect(valueAt(after, ['a', 'x', 'y'])).toBeUndefined()
})
