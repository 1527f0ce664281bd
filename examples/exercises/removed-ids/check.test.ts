import { test } from 'vitest'
import { idsIn } from '../../kernel/options.ts'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('withdrawn-ids', () => {
  const given =
    (answer as readonly string[] | undefined)
      ?.filter((line) => line !== '')
      .map(Number) ?? []
  const ids = run().sent.flatMap(({ options }) =>
    idsIn(options.removeAddrs ?? 0),
  )
  const [initial, unused] = ids
  if (given.join() === ids.join()) return
  if (given.join() === ids.toReversed().join()) throw new Error('order')
  if (given.length === 1)
    throw new Error(given[0] === initial ? 'unused-too' : 'two-ids')
  if (given.length !== ids.length) throw new Error('two-ids')
  if (unused !== undefined && given[1] === unused - 1)
    throw new Error('id-not-slot')
  throw new Error(
    given[0] === initial ? 'not-both-kinds' : 'initial-id',
  )
})
