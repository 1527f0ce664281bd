import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('segment-with-ipv6', () => {
  const given = Number(answer)
  const segments = run().sent.filter(
    ({ subflow, verb }) => subflow === 's1/1' && verb === 'tx',
  )
  const right =
    1 +
    segments.findIndex(({ options }) =>
      options.addAddr?.address.includes(':'),
    )
  if (given === right) return
  if (given === 1) throw new Error('one-per-segment')
  if (segments[given - 1]?.segment === 'data')
    throw new Error('data-has-no-room')
  throw new Error(
    given > right && given <= segments.length
      ? 'earlier'
      : 'four-segments',
  )
})
