import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

/** The answers, and the local addresses that they mean. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  none: [],
  old: ['10.0.1.1'],
  new: ['10.0.2.1'],
  both: ['10.0.1.1', '10.0.2.1'],
}

test('subflows-to-the-new-address', () => {
  const given = meanings[String(answer)] ?? []
  const right = run()
    .subflows.filter(({ destination }) => destination === '10.9.3.1')
    .map(({ source }) => source)
  if (given.join() === right.toSorted().join()) return
  throw new Error(
    given.includes('10.0.1.1') ? 'bit-stays' : 'wlan0-not-tried',
  )
})
