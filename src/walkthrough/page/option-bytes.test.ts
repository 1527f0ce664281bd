import { expect, test } from 'vitest'
import { segmentIn } from './option-bytes.ts'

const segment = (line: string, version: 0 | 1 = 0, statement = '') =>
  segmentIn(line, () => version, statement)
/** The bytes of each option, in hex. */
const hex = (...args: Parameters<typeof segment>) =>
  segment(...args)?.options.map(({ fields }) =>
    fields
      .flatMap(({ bytes }) => bytes)
      .map((byte) => byte?.toString(16).padStart(2, '0') ?? '··')
      .join(' '),
  )

test('an ACK with an announcement: timestamps, ADD_ADDR, DSS, in the order of the header', () => {
  expect(hex('[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28')).toEqual([
    '01 01 08 0a ·· ·· ·· ·· ·· ·· ·· ··',
    '1e 08 34 03 0a 00 02 01',
    '1e 08 20 01 ·· ·· ·· ··',
  ])
})

test('in version 1 an announcement ends in a MAC', () => {
  expect(hex('[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=36', 1)?.[1]).toBe(
    '1e 10 34 03 0a 00 02 01 ·· ·· ·· ·· ·· ·· ·· ··',
  )
  expect(hex('[0] ack c1/0: ADD_ADDR(9,fd00:1::a) size=40', 1)?.[1]).toBe(
    '1e 1c 36 09 fd 00 00 01 00 00 00 00 00 00 00 00 00 00 00 0a ·· ·· ·· ·· ·· ·· ·· ··',
  )
})

test('a withdrawal is filled up to a multiple of four, and names its ids', () => {
  const [, withdrawal] = segment('[0] ack c1/1: DSS REMOVE_ADDR(3,4) size=28')?.options ?? []
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

test('MP_PRIO says whether the subflow is for backup', () => {
  expect(hex('[0] ack c1/0: DSS MP_PRIO(1) size=24')?.at(-1)).toBe('1e 03 51 01')
  expect(hex('[0] ack c1/0: DSS MP_PRIO(0) size=24')?.at(-1)).toBe('1e 03 50 01')
})

test('whether others than the path manager send data is known from the statement, or not at all', () => {
  const lengths = (statement: string) =>
    segment('[0] tx c1/0: DSS size=32', 0, statement)?.options.map(({ name, fields }) => [
      name,
      fields.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ])
  expect(lengths("transmit(master(c1), 'data')")).toEqual([
    ['timestamps', 12],
    ['DSS', 20],
  ])
  expect(lengths('tx c1 0 ack 24')).toEqual([
    ['…', 24],
    ['DSS', 8],
  ])
  expect(lengths('transmit(master(c1), kind)')).toEqual([
    ['…', 32],
    ['DSS', 0],
  ])
})

test('a probe asks, and nothing is sent', () => {
  expect(segment('[0] probe c1/0: DSS size=32')).toMatchObject({ isProbe: true, size: 32 })
})

test('what is no segment is none', () => {
  expect(segment('[0] op new_session(c1)')).toBeUndefined()
})
