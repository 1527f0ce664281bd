import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('number-of-subflows', () => {
  const { subflows } = run()
  if (answer === subflows.length) return
  throw new Error(answer === 0 ? 'initial-counts' : 'client-opens')
})
