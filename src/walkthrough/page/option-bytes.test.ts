import { expect, test } from 'vitest'
import type { SentSegment } from '../../recorder/recording.ts'
import { sentOptions } from './option-bytes.ts'

const ack: Omit<SentSegment, 'options'> = {
  subflow: 'c1/0',
  segment: 'ack',
  version: 0,
  before: 12,
}
const encode = (options: Omit<SentSegment['options'], 'size'>, more: Partial<SentSegment> = {}) =>
  sentOptions({ ...ack, ...more, options: { size: 0, ...options } })
/** Returns the bytes of each option, in hex. */
const hex = (...args: Parameters<typeof encode>) =>
  encode(...args).map(({ fields }) =>
    fields
      .flatMap(({ bytes }) => bytes)
      .map((byte) => byte?.toString(16).padStart(2, '0') ?? '··')
      .join(' '),
  )

test('an ACK with an announcement: timestamps, ADD_ADDR, DSS, in the order of the header', () => {
  expect(hex({ dss: true, addAddr: { id: 3, address: '10.0.2.1' } })).toEqual([
    '01 01 08 0a ·· ·· ·· ·· ·· ·· ·· ··',
    '1e 08 34 03 0a 00 02 01',
    '1e 08 20 01 ·· ·· ·· ··',
  ])
})

test('in version 1 an announcement ends in a MAC', () => {
  expect(hex({ addAddr: { id: 3, address: '10.0.2.1' } }, { version: 1 })[1]).toBe(
    '1e 10 34 03 0a 00 02 01 ·· ·· ·· ·· ·· ·· ·· ··',
  )
  expect(hex({ addAddr: { id: 9, address: 'fd00:1::a' } }, { version: 1 })[1]).toBe(
    '1e 1c 36 09 fd 00 00 01 00 00 00 00 00 00 00 00 00 00 00 0a ·· ·· ·· ·· ·· ·· ·· ··',
  )
})

test('a withdrawal is padded to a multiple of four bytes, and has its ids', () => {
  const [, withdrawal] = encode({ dss: true, removeAddrs: 0b11000 })
  expect(withdrawal?.name).toBe('REMOVE_ADDR(3,4)')
  expect(withdrawal?.fields.map(({ label }) => label.en)).toEqual([
    'kind 30',
    'length 5',
    'subtype 4 / reserved',
    'id 3',
    'id 4',
    'NOP',
    'NOP',
    'NOP',
  ])
})

test('MP_PRIO has a bit for a backup subflow', () => {
  expect(hex({ dss: true, prio: true }).at(-1)).toBe('1e 03 51 01')
  expect(hex({ dss: true, prio: false }).at(-1)).toBe('1e 03 50 01')
})

test('a DSS has only a DATA_ACK in an ACK, and also a mapping in data; 12 bytes before it are timestamps', () => {
  const lengths = (segment: SentSegment['segment'], before: number) =>
    encode({ dss: true }, { segment, before }).map(({ name, fields }) => [
      name,
      fields.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ])
  expect(lengths('data', 12)).toEqual([
    ['timestamps', 12],
    ['DSS', 20],
  ])
  expect(lengths('ack', 24)).toEqual([
    ['…', 24],
    ['DSS', 8],
  ])
  expect(lengths('probe', 0)).toEqual([['DSS', 20]])
})
