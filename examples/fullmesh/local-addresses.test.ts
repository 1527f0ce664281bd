import { expect, test } from 'vitest'
import {
  findAddress,
  findAddressTransp,
  findFreeSlot,
  noLocalAddresses,
  withAddress,
  withoutAddress,
} from './local-addresses.ts'

const onEth0 = { lowPrio: false, ifindex: 2 }
const onEth1 = { lowPrio: false, ifindex: 3 }

test('an address is found on its device or on any device; the lower slot is returned', () => {
  let local = withAddress(noLocalAddresses(), 1, {
    address: '10.0.1.1',
    ...onEth0,
  })
  local = withAddress(local, 2, { address: '10.0.1.1', ...onEth1 })

  expect(findAddress(local, '10.0.1.1', 0)).toBe(1)
  expect(findAddress(local, '10.0.1.1', 3)).toBe(2)
  expect(findAddress(local, '10.0.1.1', 4)).toBeUndefined()
  expect(findAddress(local, '10.0.1.2', 0)).toBeUndefined()
})

test('the lookup for a transparent socket compares only the device', () => {
  let local = withAddress(noLocalAddresses(), 1, {
    address: '10.0.1.1',
    ...onEth0,
  })
  local = withAddress(local, 2, { address: '10.0.2.1', ...onEth1 })

  expect(findAddressTransp(local, 'v4', 3)).toBe(2)
  expect(findAddressTransp(local, 'v4', 0)).toBe(1)
  expect(findAddressTransp(local, 'v6', 3)).toBeUndefined()
})

test('a deleted address stays in its slot but is not found', () => {
  const full = withAddress(noLocalAddresses(), 1, {
    address: '10.0.1.1',
    ...onEth0,
  })
  const empty = withoutAddress(full, 'v4', 1)

  expect(empty.v4.slots[1]?.address).toBe('10.0.1.1')
  expect(findAddress(empty, '10.0.1.1', 0)).toBeUndefined()
})

test('the next search starts after the slot assigned last, not after one that was rewritten', () => {
  let local = withAddress(noLocalAddresses(), 4, {
    address: '10.0.1.1',
    ...onEth0,
  })
  expect(local.v4.next).toBe(5)

  local = withAddress(local, 1, { address: '10.0.1.2', ...onEth0 })
  local = withAddress(local, 4, {
    address: '10.0.1.1',
    lowPrio: true,
    ifindex: 2,
  })

  expect(local.v4.next).toBe(2)
  expect(findFreeSlot(local, 'v4')).toBe(2)
})
