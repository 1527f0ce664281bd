import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { codeKey } from '../../island/code-key.ts'
import type { Code } from './code.ts'
import { keepCode, keptCode, keptLimit } from './kept.ts'

/** What the browser stores. */
const stored = new Map<string, string>()
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, text: string) => void stored.set(key, text),
  removeItem: (key: string) => void stored.delete(key),
}

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', storage)
})

afterEach(() => void vi.unstubAllGlobals())

const codeOf = (text: string): Code => ({ of: '0badcafe', texts: { 'a.ts': text } })

test('the code of each example is kept until it is forgotten; then nothing is stored', () => {
  expect(keepCode('one', codeOf('1'))).toBe(true)
  expect(keepCode('two', codeOf('2'))).toBe(true)
  expect(keepCode('one', codeOf('1 again'))).toBe(true)
  expect(keptCode('one')).toEqual(codeOf('1 again'))
  expect(keptCode('two')).toEqual(codeOf('2'))
  keepCode('one', undefined)
  keepCode('two', undefined)
  expect(keptCode('one')).toBeUndefined()
  expect(stored.size).toBe(0)
})

test('if there are too many examples, the one that was written longest ago is forgotten', () => {
  for (let at = 0; at < keptLimit.examples; at += 1) keepCode(`example-${at}`, codeOf(`${at}`))
  keepCode('example-0', codeOf('0 again'))
  keepCode('one more', codeOf('more'))
  expect(keptCode('example-0')).toEqual(codeOf('0 again'))
  expect(keptCode('example-1')).toBeUndefined()
  expect(keptCode('example-2')).toEqual(codeOf('2'))
})

test('if the codes are too long together, the oldest ones are forgotten; one that is too long is not kept', () => {
  const third = 'x'.repeat(keptLimit.characters / 3)
  for (const name of ['one', 'two', 'three']) expect(keepCode(name, codeOf(third))).toBe(true)
  expect(['one', 'two', 'three'].filter(keptCode)).toEqual(['two', 'three'])
  expect(stored.get(codeKey)?.length).toBeLessThanOrEqual(keptLimit.characters)
  expect(keepCode('four', codeOf(third.repeat(3)))).toBe(false)
  expect(['two', 'three', 'four'].filter(keptCode)).toEqual(['two', 'three'])
})

test('if the browser has no more room, older code makes room for what is being written', () => {
  const setItem = (key: string, text: string) => {
    if (text.length > 250) throw new DOMException('full', 'QuotaExceededError')
    stored.set(key, text)
  }
  vi.stubGlobal('localStorage', { ...storage, setItem })
  for (const name of ['one', 'two', 'three']) expect(keepCode(name, codeOf('x'.repeat(70)))).toBe(true)
  expect(['one', 'two', 'three'].filter(keptCode)).toEqual(['two', 'three'])
})

test('a browser that refuses storage keeps nothing, and says so', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(keptCode('one')).toBeUndefined()
  expect(keepCode('one', codeOf('1'))).toBe(false)
  expect(keepCode('one', undefined)).toBe(false)
})

test('whatever is stored, reading never fails, and code can be kept again', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('{"one":{"of":"","texts":["a"]}}', '[[]]'),
  )
  fc.assert(
    fc.property(anything, (text) => {
      stored.set(codeKey, text)
      expect(keptCode('one')).toBeUndefined()
      expect(keepCode('one', codeOf('1'))).toBe(true)
      expect(keptCode('one')).toEqual(codeOf('1'))
    }),
  )
})
