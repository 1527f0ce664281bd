import { expect, test } from 'vitest'
import { walk } from './build/test-walk.ts'
import { describe, nameAt, shownAt } from './describe.ts'
import { wordsIn } from './words.ts'

test('changes are grouped by sessions and namespaces with their names, and by other parts of the state in words', async () => {
  const words = wordsIn('zh')
  const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
  const groups = new Set(steps.flatMap((step) => describe(step, words).map(({ of }) => of)))
  expect([...groups].filter((of) => /^[a-z]+$/.test(of))).toEqual(['init'])
  expect(groups).toContain('c1')
  expect(groups).toContain(words.parts.queue)
})

test('a change of a route says so, with its two addresses', () => {
  const change = { changes: [[['routeErrors', '10.0.1.1 10.9.1.1'], -101]], before: { routeErrors: {} } }
  const [zh] = describe(change as never, wordsIn('zh'))
  const [en] = describe(change as never, wordsIn('en'))
  expect([zh?.what, en?.what]).toEqual(['路由 10.0.1.1 → 10.9.1.1', 'route 10.0.1.1 → 10.9.1.1'])
  expect(en?.to).toBe('ENETUNREACH')
})

test('a value has the name that the C file gives it, with its session', () => {
  const words = wordsIn('en')
  expect(nameAt(['sessions', 'c1', 'private', 'announced', 'v4'], words)).toBe('c1: announced_addrs_v4')
  expect(nameAt(['namespaces', 'init', 'local', 'v4', 'next'], words)).toBe('next_v4_index')
})

test('a value is shown in the same words wherever it is: a lock is free or held, bits have no prefix', () => {
  const words = wordsIn('en')
  expect(shownAt(['sessions', 'c1', 'mutex'], false, words)).toBe('free')
  expect(shownAt(['sessions', 'c1', 'private', 'announced', 'v4'], 2, words)).toBe('00000010')
  expect(shownAt(['sessions', 'c1', 'mutex'], undefined, words)).toBe('–')
})
