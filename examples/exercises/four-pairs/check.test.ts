import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('number-of-subflows', () => {
  const { subflows } = run()
  if (answer === subflows.length) return
  throw new Error(
    answer === subflows.length - 1
      ? 'initial-pair-counts'
      : 'every-pair',
  )
})
