import { expect, test } from 'vitest'
import { boot } from '../../fullmesh/boot.ts'
import {
  fmGetNs,
  localAt,
  remotesOf,
} from '../../fullmesh/structures.ts'
import { receiveAddAddr } from '../../host/peer.ts'
import { connect, establish } from '../../host/sessions.ts'
import { drain } from '../../host/time.ts'
import { nextPair } from './start.ts'

/** A host with three addresses, of which the session begins on the second; the peer has two. */
function session() {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.2.1', '10.0.3.1'] })
  const c1 = connect(machine, 'c1', '10.0.2.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1')
  return { machine, c1 }
}

test('as-the-worker', () => {
  const { machine, c1 } = session()
  const { local } = fmGetNs(c1.namespace)
  const remotes = [...remotesOf(c1, 'v4')].map(
    ({ address, bitfield }) => ({ address, bitfield }),
  )
  establish(c1)
  drain(machine)
  const opened = c1.subflows
    .slice(0, -1)
    .reverse()
    .map(({ source, destination }) => `${source} -> ${destination}`)

  const pairs: string[] = []
  let word = ''
  while (word === '' && pairs.length <= opened.length) {
    const pair = nextPair(local.v4.bits, remotes)
    if (!pair) break
    const { slot, remote } = pair
    const hasAddress = local.v4.bits & (1 << slot)
    if (remote.bitfield & (1 << slot)) word = 'tried-again'
    else if (!hasAddress) word = 'no-address'
    remote.bitfield |= 1 << slot
    const source = hasAddress
      ? localAt(local, 'v4', slot).address
      : `slot ${slot}`
    pairs.push(`${source} -> ${remote.address}`)
  }
  expect(pairs, word || overlooked(opened, pairs)).toEqual(opened)
  // A slot that was tried, and has lost its address since.
  expect(
    nextPair(0b0010, [{ address: '10.9.1.1', bitfield: 0b0110 }]),
    'no-address',
  ).toBeUndefined()
})

/** Says which rule the first wrong pair breaks. */
function overlooked(opened: string[], pairs: string[]): string {
  const wrong = opened.findIndex((pair, index) => pair !== pairs[index])
  const [, remote] = opened[wrong]?.split(' -> ') ?? []
  const [, given] = pairs[wrong]?.split(' -> ') ?? []
  if (pairs.length !== opened.length) return 'all-pairs'
  return remote === given ? 'lowest-slot' : 'remote-first'
}
