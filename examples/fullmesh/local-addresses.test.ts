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

test('an address is found by its device, or on any; the lower slot wins', () => {
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

test('for a transparent socket the device alone is asked for', () => {
  let local = withAddress(noLocalAddresses(), 1, {
    address: '10.0.1.1',
    ...onEth0,
  })
  local = withAddress(local, 2, { address: '10.0.2.1', ...onEth1 })

  expect(findAddressTransp(local, 'v4', 3)).toBe(2)
  expect(findAddressTransp(local, 'v4', 0)).toBe(1)
  expect(findAddressTransp(local, 'v6', 3)).toBeUndefined()
})

test('a slot that was emptied keeps its content, and is not found any more', () => {
  const full = withAddress(noLocalAddresses(), 1, {
    address: '10.0.1.1',
    ...onEth0,
  })
  const empty = withoutAddress(full, 'v4', 1)

  expect(empty.v4.slots[1]?.address).toBe('10.0.1.1')
  expect(findAddress(empty, '10.0.1.1', 0)).toBeUndefined()
})

test('the next search begins behind the last slot that was given out, not behind one that was rewritten', () => {
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
