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

test('a route appears within 1 s: the retry opens the subflow', () => {
  const { machine } = armedRetry()

  machine.routeErrors.clear()
  advance(machine, 1000)

  expect(machine.log).toEqual([
    '[1500] run subflow_retry_work(c1)',
    '[1500] join c1/2: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
    '[1500] done subflow_retry_work(c1)',
  ])
})

test('a pair without a route (ENETUNREACH) is tried twice, 1 s apart, and not again', () => {
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

test('if the session was closed meanwhile, nothing is retried; the references are dropped', () => {
  const { machine, c1 } = armedRetry()

  close(c1)
  advance(machine, 1000)

  expect(machine.log).toEqual([
    '[1500] run subflow_retry_work(c1)',
    '[1500] done subflow_retry_work(c1)',
  ])
  expect(c1.refs).toEqual({ socket: 1, control: 1 })
})

test('quirk: the extra subflows of a pair are opened even if the retry fails', () => {
  const { machine } = armedRetry()

  setParameter(machine, 'num_subflows', 2)
  advance(machine, 1000)

  expect(
    machine.log.filter((line) => line.endsWith('= -101')),
  ).toHaveLength(2)
})

test('quirk: a fallback to plain TCP does not stop an armed retry', () => {
  const { machine, c1 } = armedRetry()

  receiveInfiniteMapping(subflowNumbered(c1, 0))
  machine.routeErrors.clear()
  advance(machine, 1000)

  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/2', 'c1/0'])
})

test('quirk: if the copy cannot be allocated, the pair is not tried and two references leak', () => {
  const { machine, c1 } = armedRetry()

  machine.faults.allocation = 1
  advance(machine, 1000)

  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.retryBitfield).toBe(0b100)
  expect(c1.refs).toEqual({ socket: 2, control: 2 })
})

test('quirk: the retry uses the last address of the slot, even if the slot is empty', () => {
  const { machine, c1 } = armedRetry()

  receiveInfiniteMapping(subflowNumbered(c1, 0)) // from now on the address worker skips c1
  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 1000)

  expect(machine.log).toContain(
    '[1500] join c1/2: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = -99',
  )
})
