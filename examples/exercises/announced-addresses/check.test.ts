import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('announced-addresses', () => {
  const announced = run().flatMap(
    (line) => /ADD_ADDR\(\d+,([^)]+)\)/.exec(line)?.[1] ?? [],
  )
  if (answer === announced.join(' ')) return
  if (answer === undefined || answer === 'none')
    throw new Error('client-announces')
  const given = answer.split(' ')
  throw new Error(
    given.every((address) => announced.includes(address))
      ? 'every-other-address'
      : 'initial-address-known',
  )
})
