import { expect, test } from 'vitest'
import {
  bracketed,
  familyOf,
  formatEndpoint,
  inFull,
  isLinkLocal,
  isLoopback,
  isV4Mapped,
  parseAddress,
  parseEndpoint,
} from './inet.ts'

test('an IPv6 address has many spellings and one canonical form, that of RFC 5952', () => {
  for (const spelling of ['fd00:1:0:0:0:0:0:1', 'FD00:0001::1', 'fd00:1::0:1', 'fd00:1:0::0.0.0.1']) {
    expect(parseAddress(spelling)).toBe('fd00:1::1')
  }
})

test('the longest run of zero groups is left out, the first of two equal ones, and never a single zero', () => {
  expect(parseAddress('1:0:0:2:0:0:0:3')).toBe('1:0:0:2::3')
  expect(parseAddress('1:0:0:2:3:0:0:4')).toBe('1::2:3:0:0:4')
  expect(parseAddress('1:0:2:3:4:5:6:7')).toBe('1:0:2:3:4:5:6:7')
  expect(parseAddress('0:0:0:0:0:0:0:0')).toBe('::')
  expect(parseAddress('0:0:0:0:0:0:0:1')).toBe('::1')
  expect(parseAddress('1:0:0:0:0:0:0:0')).toBe('1::')
})

test('an address is read the same, however many others were read before', () => {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 3000; i++) {
      expect(parseAddress(`FD00::${i.toString(16)}:1`)).toBe(
        i === 0 ? 'fd00::1' : `fd00::${i.toString(16)}:1`,
      )
      expect(parseAddress(`10.0.${i}.1`)).toBe(i < 256 ? `10.0.${i}.1` : undefined)
    }
  }
})

test('a v4-mapped address ends in a dotted quad', () => {
  expect(parseAddress('::ffff:a00:101')).toBe('::ffff:10.0.1.1')
})

test('an IPv4 address is four numbers of at most 255, without leading zeros', () => {
  expect(parseAddress('10.0.1.1')).toBe('10.0.1.1')
  for (const wrong of [
    '10.0.1',
    '10.0.1.1.1',
    '10.0.1.256',
    '10.0.1.01',
    '10.0.1.-1',
    '10.0.1.',
    '1e1.0.0.1',
    '',
  ])
    expect(parseAddress(wrong), wrong).toBeUndefined()
})

test('an IPv6 address has eight groups of at most four digits, and at most one gap', () => {
  for (const wrong of [
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    ':::',
    ':',
    '1:2:3:4:5:6:7:8::',
    'fd000::1',
    'g::1',
  ])
    expect(parseAddress(wrong), wrong).toBeUndefined()
})

test('a dotted quad stands at the end of an IPv6 address or nowhere', () => {
  expect(parseAddress('64:ff9b::10.0.1.1')).toBe('64:ff9b::a00:101')
  for (const wrong of ['10.0.1.1::', '10.0.1.1::1', '::10.0.1.1:1', '::10.0.1', '1:2:3:4:5:6:7:10.0.1.1'])
    expect(parseAddress(wrong), wrong).toBeUndefined()
})

test('a port follows an IPv6 address only behind brackets, because both are written with colons', () => {
  expect(parseEndpoint('10.0.1.1:80')).toEqual({ address: '10.0.1.1', port: 80 })
  expect(parseEndpoint('[fd00::1]:80')).toEqual({ address: 'fd00::1', port: 80 })
  expect(parseEndpoint('fd00::1:80')).toEqual({ address: 'fd00::1:80', port: 0 })
})

test('an end without a port has port 0', () => {
  expect(parseEndpoint('10.0.1.1')).toEqual({ address: '10.0.1.1', port: 0 })
  expect(parseEndpoint('fd00::1')).toEqual({ address: 'fd00::1', port: 0 })
  expect(parseEndpoint('[fd00::1]')).toEqual({ address: 'fd00::1', port: 0 })
})

test('what is neither an address nor one with a port is nothing', () => {
  for (const wrong of [
    '10.0.1.1:',
    '10.0.1.1:65536',
    '10.0.1.1:-1',
    '[10.0.1.1]:80',
    '[fd00::1',
    '[]:80',
    ':80',
    'eth0:80',
    '',
  ])
    expect(parseEndpoint(wrong), wrong).toBeUndefined()
})

test('an address is written with brackets where a port could follow', () => {
  expect(formatEndpoint('10.0.1.1', 80)).toBe('10.0.1.1:80')
  expect(formatEndpoint('fd00::1', 80)).toBe('[fd00::1]:80')
  expect(bracketed('fd00::1')).toBe('[fd00::1]')
})

test('/proc shows all eight groups of an IPv6 address in full', () => {
  expect(inFull('fd00:1::a')).toBe('fd00:0001:0000:0000:0000:0000:0000:000a')
})

test('an address with a colon is IPv6', () => {
  expect(familyOf('10.0.1.1')).toBe('v4')
  expect(familyOf('::ffff:10.0.1.1')).toBe('v6')
})

test('127.0.0.0/8 and ::1 are loopback addresses, fe80::/10 are link-local ones', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopback)).toBe(true)
  expect(['12.7.0.1', '::', '::2'].some(isLoopback)).toBe(false)
  expect(['fe80::1', 'febf::1'].every(isLinkLocal)).toBe(true)
  expect(['fec0::1', 'fd00::1', '169.254.0.1'].some(isLinkLocal)).toBe(false)
})

test('::ffff:0:0/96 is IPv4, as an IPv6 socket shows it', () => {
  expect(isV4Mapped('::ffff:10.0.1.1')).toBe(true)
  expect(['10.0.1.1', '::ffff:0:a00:101', '::1', 'fd00::ffff:a00:101'].some(isV4Mapped)).toBe(false)
})
