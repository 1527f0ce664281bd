import { expect, test } from 'vitest'
import { removeAddress } from '../host/devices.ts'
import { receiveInfiniteMapping } from '../host/peer.ts'
import { close } from '../host/sessions.ts'
import { advance } from '../host/time.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { setParameter } from './parameters.ts'
import { armedRetry } from './setups.ts'
import { fullmeshGetPriv } from './structures.ts'

test('a route that comes up within a second gets its subflow after all', () => {
  const { machine } = armedRetry()

  machine.routeErrors.clear()
  advance(machine, 1000)

  expect(machine.log).toEqual([
    '[1500] run subflow_retry_work(c1)',
    '[1500] join c1/2: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
    '[1500] done subflow_retry_work(c1)',
  ])
})

test('a pair without a route is tried twice, one second apart, and never again', () => {
  const { machine, c1 } = armedRetry()

  advance(machine, 60_000)

  expect(machine.log.filter((line) => line.includes('join'))).toEqual([
    '[1500] join c1/2: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = -101',
  ])
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]).toMatchObject({
    bitfield: 0b110,
    retryBitfield: 0,
  })
})

test('a session that was closed meanwhile is left alone, and its references are given back', () => {
  const { machine, c1 } = armedRetry()

  close(c1)
  advance(machine, 1000)

  expect(machine.log).toEqual([
    '[1500] run subflow_retry_work(c1)',
    '[1500] done subflow_retry_work(c1)',
  ])
  expect(c1.refs).toEqual({ socket: 1, control: 1 })
})

test('quirk: the extra subflows of the pair follow whatever came of the retry', () => {
  const { machine } = armedRetry()

  setParameter(machine, 'num_subflows', 2)
  advance(machine, 1000)

  expect(
    machine.log.filter((line) => line.endsWith('= -101')),
  ).toHaveLength(2)
})

test('quirk: it does not look for a fall back to plain TCP that came in between', () => {
  const { machine, c1 } = armedRetry()

  receiveInfiniteMapping(subflowNumbered(c1, 0))
  machine.routeErrors.clear()
  advance(machine, 1000)

  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/2', 'c1/0'])
})

test('quirk: without memory it returns at once; the pair still waits, and the references are lost', () => {
  const { machine, c1 } = armedRetry()

  machine.faults.allocation = 1
  advance(machine, 1000)

  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.retryBitfield).toBe(0b100)
  expect(c1.refs).toEqual({ socket: 2, control: 2 })
})

test('quirk: the retry takes its local address from the slot, though the slot may be empty by now', () => {
  const { machine, c1 } = armedRetry()

  receiveInfiniteMapping(subflowNumbered(c1, 0)) // from now on the address worker skips c1
  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 1000)

  expect(machine.log).toContain(
    '[1500] join c1/2: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = -99',
  )
})
