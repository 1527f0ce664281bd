import { expect, test } from 'vitest'
import { slotsIn } from '../../fullmesh/bitfield.ts'
import { boot } from '../../fullmesh/boot.ts'
import {
  fmGetNs,
  fullmeshGetPriv,
  localAt,
  localsOf,
} from '../../fullmesh/structures.ts'
import { addAddress, removeAddress } from '../../host/devices.ts'
import { receiveJoin } from '../../host/peer.ts'
import { accept, ownSock } from '../../host/sessions.ts'
import { advance } from '../../host/time.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'
import { releaseSock } from '../../kernel/session-lock.ts'
import { compare, type State } from './start.ts'

/**
 * A server with three addresses, and subflows at the first two of them. While its socket is owned, these addresses are
 * added and deleted. Returns what there is to compare then, and what the release does.
 */
function release(
  added: string[],
  deleted: string[],
): { state: State; acks: number; closed: string[] } {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.2.1', '10.0.3.1'] })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  receiveJoin(s1, '10.0.2.1', '10.9.1.1:4001', 0)
  const { v4 } = fullmeshGetPriv(s1).announced
  const before = fmGetNs(s1.namespace).local
  const announced = slotsIn(v4).map(
    (slot) => localAt(before, 'v4', slot).address,
  )
  ownSock(s1)
  const eth0 = deviceNamed(machine, 'eth0')
  for (const address of added) addAddress(eth0, address)
  for (const address of deleted) removeAddress(eth0, address)
  advance(machine, 500)
  const table = localsOf(fmGetNs(s1.namespace).local, 'v4').map(
    ({ address }) => address,
  )
  const sources = s1.subflows.map(({ source }) => source)
  const sourceOf = new Map(
    s1.subflows.map(({ name, source }) => [name, source]),
  )
  machine.log.length = 0
  releaseSock(s1)
  const closed = machine.log.flatMap(
    (line) => sourceOf.get(/ close (\S+)$/.exec(line)?.[1] ?? '') ?? [],
  )
  // One ACK for each address that is treated as new; those of the closed subflows carry a REMOVE_ADDR.
  const acks = machine.log.filter((line) =>
    / ack (?!.*REMOVE_ADDR)/.test(line),
  ).length
  return { state: { table, announced, sources }, acks, closed }
}

/** Compares one release; the words are for the new addresses and for the closed subflows. */
function check(
  added: string[],
  deleted: string[],
  fresh: string,
  close: string,
): void {
  const { state, acks, closed } = release(added, deleted)
  const given = compare(state)
  expect([...given.closed].sort(), close).toEqual([...closed].sort())
  expect(given.fresh.length, fresh).toBe(acks)
  expect(state.table, 'from-the-table').toEqual(
    expect.arrayContaining(given.fresh),
  )
}

test('as-the-op', () => {
  check(['10.0.4.1'], ['10.0.2.1'], 'announced-again', 'close-deleted')
  check(['10.0.4.1'], ['10.0.3.1'], 'new-address', 'no-subflow')
  check([], ['10.0.3.1'], 'nothing-new', 'no-subflow')
})
