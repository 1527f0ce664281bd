import { type Family, familyOf } from '../kernel/inet.ts'
import type { LocalAddress } from '../kernel/init-subsockets.ts'
import {
  findFreeIndex,
  slotsIn,
  withoutSlot,
  withSlot,
} from './bitfield.ts'
import { differences } from './families.ts'
import {
  type LocalAddresses,
  type LocalTable,
  localAt,
  MAX_ADDR,
} from './structures.ts'

/** The empty table of a new namespace. */
export function noLocalAddresses(): LocalAddresses {
  return { v4: emptyTable('v4'), v6: emptyTable('v6') }
}

function emptyTable(family: Family): LocalTable {
  const blank = { address: '', id: 0, lowPrio: false, ifindex: 0 }
  return {
    bits: 0,
    next: differences[family].firstSlot,
    slots: Array(MAX_ADDR).fill(blank),
  }
}

/**
 * The slot of an address on an interface; 0 stands for any. If the address
 * is in several slots, the lowest of them.
 *
 * @see mptcp_fullmesh.c:644 `mptcp_find_address`
 */
export function findAddress(
  local: LocalAddresses,
  address: string,
  ifindex: number,
): number | undefined {
  const family = familyOf(address)
  return slotsIn(local[family].bits).find((slot) => {
    const held = localAt(local, family, slot)
    return held.address === address && isOn(held, ifindex)
  })
}

/**
 * The first slot with an address on the interface. It is for a transparent
 * socket, whose own address usually belongs to another host, so only the
 * interface is compared.
 *
 * @see mptcp_fullmesh.c:679 `mptcp_find_address_transp`
 */
export function findAddressTransp(
  local: LocalAddresses,
  family: Family,
  ifindex: number,
): number | undefined {
  return slotsIn(local[family].bits).find((slot) =>
    isOn(localAt(local, family, slot), ifindex),
  )
}

/** Whether an address is on the interface; 0 stands for any. */
export function isOn(held: LocalAddress, ifindex: number): boolean {
  return ifindex === 0 || held.ifindex === ifindex
}

/**
 * The slot for a new address: the first free one from `next` on; undefined
 * if all eight are taken.
 */
export function findFreeSlot(
  local: LocalAddresses,
  family: Family,
): number | undefined {
  const { bits, next } = local[family]
  return findFreeIndex(bits, next)
}

/**
 * The table with an address stored in a slot. If the slot was free, its bit
 * is set, and `next` is the slot after it.
 *
 * @param slot 0 to 7
 */
export function withAddress(
  local: LocalAddresses,
  slot: number,
  held: Omit<LocalAddress, 'id'>,
): LocalAddresses {
  const family = familyOf(held.address)
  const table = local[family]
  const isNew = !slotsIn(table.bits).includes(slot)
  const changed: LocalTable = {
    bits: withSlot(table.bits, slot),
    next: isNew ? slot + 1 : table.next,
    slots: table.slots.with(slot, {
      ...held,
      id: slot + differences[family].firstId,
    }),
  }
  return { ...local, [family]: changed }
}

/** The table with the bit of a slot cleared; the content of the slot stays. */
export function withoutAddress(
  local: LocalAddresses,
  family: Family,
  slot: number,
): LocalAddresses {
  const table = local[family]
  return {
    ...local,
    [family]: { ...table, bits: withoutSlot(table.bits, slot) },
  }
}
