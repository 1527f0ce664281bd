import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('times', () => {
  const times = run().flatMap(
    (line) => /^\[(\d+)\] run address_worker/.exec(line)?.[1] ?? [],
  )
  const given: string[] = (answer ?? [])
    .map((line: string) => line.replace(/\D/g, ''))
    .filter(Boolean)
  if (given.join() === times.join()) return
  const [first = ''] = times
  if (given.length === 0) throw new Error('form')
  if (!given.includes(first)) throw new Error('not-restarted')
  if (given.length > times.length)
    throw new Error('timer-already-armed')
  throw new Error(
    given.length < times.length ? 'armed-again' : 'first-event',
  )
})
