import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('id-of-the-address', () => {
  const [slot, id] = (
    run().find((line) => line.includes('10.0.1.1,')) ?? ''
  )
    .split(', ')
    .map(Number)
  if (answer === id) return
  if (answer === slot) throw new Error('slot-and-id')
  throw new Error(answer === 2 ? 'old-slot' : 'after-the-last')
})
