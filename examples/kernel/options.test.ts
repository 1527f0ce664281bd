import { expect, test } from 'vitest'
import { fits, formatOptions, idsIn, LENGTH, removeAddrLength } from './options.ts'

test('a REMOVE_ADDR takes three bytes and one for each id, padded to a multiple of four', () => {
  expect([1, 2, 5, 6, 9, 10, 13, 14, 16].map(removeAddrLength)).toEqual([4, 8, 8, 12, 12, 16, 16, 20, 20])
})

test('version 1 adds a truncated HMAC of eight bytes to an ADD_ADDR', () => {
  expect(LENGTH.addAddr).toEqual({ v4: [8, 16], v6: [20, 28] })
})

test('forty bytes is all there is room for', () => {
  expect(fits({ size: 32 }, 8)).toBe(true)
  expect(fits({ size: 33 }, 8)).toBe(false)
})

test('quirk: beyond forty bytes everything fits, because the difference has no sign', () => {
  expect(fits({ size: 40 }, 4)).toBe(false)
  expect(fits({ size: 44 }, 4)).toBe(true)
})

test('options are written in one order, whatever the order in which they were added', () => {
  const options = {
    prio: true,
    removeAddrs: 0b1010,
    addAddr: { id: 3, address: '10.0.2.1' },
    dss: true,
    join: true,
    size: 40,
  } as const

  expect(formatOptions(options)).toBe('MP_JOIN DSS ADD_ADDR(3,10.0.2.1) REMOVE_ADDR(1,3) MP_PRIO(1) size=40')
})

test('a segment without options has a size all the same; an MP_PRIO that takes the flag back is one too', () => {
  expect(formatOptions({ size: 12 })).toBe('size=12')
  expect(formatOptions({ size: 16, prio: false })).toBe('MP_PRIO(0) size=16')
})

test('address ids are read from their bits, ascending', () => {
  expect(idsIn(0b1000_0001_0000_0001)).toEqual([0, 8, 15])
  expect(idsIn(0)).toEqual([])
})
