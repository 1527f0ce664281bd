import { expect, test } from 'vitest'
import { inetAddresses, networkFamily, type Socket } from './socket.ts'

const plain: Socket = {
  family: 'v4',
  source: '10.0.1.1',
  destination: '10.9.1.1',
  destinationPort: 80,
  boundDevice: 0,
}

test('a v4-mapped socket is an IPv6 socket with IPv4 addresses and IPv4 packets', () => {
  const mapped: Socket = { ...plain, family: 'v6' }

  expect(networkFamily(mapped)).toBe('v4')
  expect(inetAddresses(mapped)).toMatchObject({ source: '10.0.1.1', destination: '10.9.1.1' })
})

test('the IPv4 fields of a socket that carries IPv6 are 0.0.0.0', () => {
  const native: Socket = { ...plain, family: 'v6', source: 'fd00:1::1', destination: 'fd00:9::1' }

  expect(networkFamily(native)).toBe('v6')
  expect(inetAddresses(native)).toEqual({ source: '0.0.0.0', destination: '0.0.0.0' })
})
