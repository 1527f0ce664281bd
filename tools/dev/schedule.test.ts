import { expect, onTestFinished, test, vi } from 'vitest'
import { schedule } from './schedule.ts'

test('what is saved together is one piece of work, and pieces follow each other', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const pieces: string[][] = []
  let end = () => {}
  const changed = schedule(async (names) => {
    pieces.push(names)
    await new Promise<void>((resolve) => {
      end = resolve
    })
  }, 100)

  changed('a')
  changed('b')
  changed('a')
  expect(pieces).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(pieces).toEqual([['a', 'b']])

  changed('c')
  await vi.advanceTimersByTimeAsync(1000)
  expect(pieces).toHaveLength(1)
  end()
  await vi.advanceTimersByTimeAsync(0)
  expect(pieces).toEqual([['a', 'b'], ['c']])
})
