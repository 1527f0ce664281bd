import { expect, test } from 'vitest'
import { walk } from './build/test-walk.ts'
import { describe } from './describe.ts'
import { wordsIn } from './words.ts'

test('changes are grouped by sessions and namespaces with their names, and by other parts of the state in words', async () => {
  const words = wordsIn('zh')
  const steps = await walk('create-subflow-worker', 'two-by-two-mesh')
  const groups = new Set(steps.flatMap((step) => describe(step, words).map(({ of }) => of)))
  expect([...groups].filter((of) => /^[a-z]+$/.test(of))).toEqual(['init'])
  expect(groups).toContain('c1')
  expect(groups).toContain(words.parts.queue)
})
