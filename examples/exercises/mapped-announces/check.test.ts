import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('announced-addresses', () => {
  const given =
    (answer as readonly string[] | undefined)?.filter(
      (line) => line !== '',
    ) ?? []
  const announced = run().sent.flatMap(
    ({ options }) => options.addAddr?.address ?? [],
  )
  if (given.join() === announced.join()) return
  if (given.includes('10.0.1.1')) throw new Error('initial-known')
  if (!given.some((address) => address.includes(':')))
    throw new Error('both-families')
  if (given.toSorted().join() === announced.toSorted().join())
    throw new Error('order')
  if (!given.includes('fd00:1::1')) throw new Error('same-device')
  throw new Error('four-addresses')
})
