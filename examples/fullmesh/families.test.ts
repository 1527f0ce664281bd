import { expect, test } from 'vitest'
import {
  findAddress,
  noLocalAddresses,
  withAddress,
} from './local-addresses.ts'

test('slot n has the id n + 1 in IPv4 and n + 8 in IPv6', () => {
  let local = withAddress(noLocalAddresses(), 7, {
    address: '10.0.1.1',
    lowPrio: false,
    ifindex: 2,
  })
  local = withAddress(local, 0, {
    address: 'fd00:1::1',
    lowPrio: false,
    ifindex: 2,
  })

  expect(local.v4.slots[findAddress(local, '10.0.1.1', 0) ?? -1]?.id).toBe(
    8,
  )
  expect(local.v6.slots[findAddress(local, 'fd00:1::1', 0) ?? -1]?.id).toBe(
    8,
  )
})
