import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('queue', () => {
  const given: string[] = (answer ?? []).map((line: string) =>
    line.trim().replace(/\s+/g, ' ').toUpperCase(),
  )
  const events = run()
  if (given.join() === events.join()) return
  const addressOf = (event: string) => event.split(' ')[1] ?? ''
  const addresses = given.map(addressOf)
  if (
    !given.every((line) => /^(ADD|DEL|MOD) [\d.]+$/.test(line)) ||
    given.length === 0
  )
    throw new Error('form')
  if (new Set(addresses).size < addresses.length)
    throw new Error('one-event-each')
  if (
    addresses.some(
      (address) => !events.map(addressOf).includes(address),
    )
  )
    throw new Error('unchanged-address')
  if (given.length < events.length) throw new Error('address-missing')
  if ([...given].sort().join() === [...events].sort().join())
    throw new Error('place-of-del')
  throw new Error(
    given.includes('ADD 10.0.3.1') ? 'multipath-off' : 'new-address',
  )
})
