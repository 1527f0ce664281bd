import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('number-of-attempts', () => {
  const joins = run()
  if (answer === joins.length) return
  const pairs = new Set(
    joins.map((line) => line.replace(/^.* join \S+ | = -\d+$/g, '')),
  ).size
  if (answer === undefined || Number.isNaN(answer))
    throw new Error('a-number')
  if (answer <= 1) throw new Error('both-addresses')
  if (answer <= pairs) throw new Error('one-retry')
  throw new Error(
    answer === 2 * pairs ? 'only-no-route' : 'one-retry-only',
  )
})
