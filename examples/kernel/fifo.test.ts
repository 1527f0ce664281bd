import { expect, test } from 'vitest'
import { Fifo } from './fifo.ts'

function fifoOf(...items: number[]): Fifo<number> {
  const fifo = new Fifo<number>()
  for (const item of items) fifo.push(item)
  return fifo
}

test('the item that was added first is removed first', () => {
  const fifo = fifoOf(1, 2)

  expect(fifo.shift()).toBe(1)
  fifo.push(3)

  expect([fifo.shift(), fifo.shift(), fifo.shift()]).toEqual([2, 3, undefined])
})

test('an item can be removed from any position', () => {
  const fifo = fifoOf(1, 2, 3, 4)
  fifo.shift()

  fifo.remove(3)

  expect(fifo.toArray()).toEqual([2, 4])
  expect(fifo.length).toBe(2)
})

test('removed items take no memory, however long a queue is used', () => {
  const fifo = new Fifo<number>()

  for (let i = 0; i < 10_000; i++) {
    fifo.push(i)
    if (i % 2) expect(fifo.shift()).toBe((i - 1) / 2)
  }

  expect(fifo.length).toBe(5000)
  expect(fifo.toArray().at(0)).toBe(5000)
})

test('the items that wait can be looked at without being taken', () => {
  const fifo = fifoOf(1, 2)

  fifo.toArray().pop()

  expect(fifo.length).toBe(2)
})
