import { test } from 'vitest'
import { run } from './setup.ts'
import { answer } from './start.ts'

test('subflows-together', () => {
  const { early, late } = run()
  const given: number | undefined = answer
  if (given === early.subflows.length + late.subflows.length) return
  // Where a session has the full-mesh path manager, it has one subflow from each of two addresses.
  if (given === 2 * late.subflows.length) throw new Error('early-stays')
  if (given === 2 * early.subflows.length)
    throw new Error('late-is-in-time')
  throw new Error('each-has-one')
})
