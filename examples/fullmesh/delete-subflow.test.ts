import { expect, test } from 'vitest'
import { removeAddress } from '../host/devices.ts'
import { receiveAddAddr, receiveInfiniteMapping } from '../host/peer.ts'
import { connect, establish, ownSock } from '../host/sessions.ts'
import { fail } from '../host/subflows.ts'
import { advance, drain } from '../host/time.ts'
import type { Machine } from '../kernel/machine.ts'
import { routeKey } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import type { Session } from '../kernel/session.ts'
import { releaseSock } from '../kernel/session-lock.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { boot } from './boot.ts'
import { setParameter } from './parameters.ts'
import { type Client, queuedWorker } from './setups.ts'
import { fullmeshGetPriv } from './structures.ts'

/** c1; its subflow c1/1 from 10.0.2.1 waits for the SYN/ACK. */
function session({ createOnErr }: { createOnErr: boolean }): Client {
  const { machine, c1 } = queuedWorker()
  setParameter(machine, 'create_on_err', Number(createOnErr))
  drain(machine)
  machine.log.length = 0
  return { machine, c1 }
}

test('without create_on_err, a subflow that timed out is not opened again', () => {
  const { machine, c1 } = session({ createOnErr: false })

  fail(subflowNumbered(c1, 1), 'ETIMEDOUT')
  drain(machine)

  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/0'])
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.bitfield).toBe(0b110) // still marked as tried
})

test('with create_on_err, a subflow that timed out is opened again at once', () => {
  const { machine, c1 } = session({ createOnErr: true })

  fail(subflowNumbered(c1, 1), 'ETIMEDOUT')
  drain(machine)

  expect(machine.log).toEqual([
    '[500] error c1/1 ETIMEDOUT',
    '[500] queue sub_close(c1/1)',
    '[500] run sub_close(c1/1)',
    '[500] queue subflow_work(c1)',
    '[500] gone c1/1',
    '[500] done sub_close(c1/1)',
    '[500] run subflow_work(c1)',
    '[500] join c1/2: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
    '[500] done subflow_work(c1)',
  ])
})

test('with create_on_err, other errors clear the tried mark; the next run of the worker opens the subflow', () => {
  const { machine, c1 } = session({ createOnErr: true })

  fail(subflowNumbered(c1, 1), 'ECONNREFUSED')
  drain(machine)
  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/0'])

  receiveAddAddr(c1, 2, '10.9.2.1')
  drain(machine)
  expect(c1.subflows.map(({ name }) => name)).toEqual([
    'c1/4',
    'c1/3',
    'c1/2',
    'c1/0',
  ])
})

test('the tried mark is cleared only if the announced port matches; without one, any port matches', () => {
  const { machine, c1 } = session({ createOnErr: true })
  receiveAddAddr(c1, 2, '10.9.2.1:8080')
  receiveAddAddr(c1, 2, '10.9.2.1:9090')
  drain(machine)

  fail(subflowNumbered(c1, 1), 'ECONNREFUSED') // from 10.0.2.1 to 10.9.1.1:80
  fail(subflowNumbered(c1, 3), 'ECONNREFUSED') // from 10.0.2.1 to 10.9.2.1:8080
  drain(machine)

  const { slots } = fullmeshGetPriv(c1).remotes.v4
  expect(slots.map(({ port, bitfield }) => [port, bitfield])).toEqual([
    [0, 0b010],
    [8080, 0b010],
    [9090, 0b110],
  ])
})

test('after a fallback to plain TCP, no tried mark is cleared and no subflow is opened', () => {
  const { machine, c1 } = session({ createOnErr: true })

  fail(subflowNumbered(c1, 1), 'ETIMEDOUT')
  receiveInfiniteMapping(subflowNumbered(c1, 0))
  drain(machine)

  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/0'])
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.bitfield).toBe(0b110)
})

test('a subflow whose source address is no longer in the table clears no tried mark', () => {
  const { machine, c1 } = queuedWorker()
  setParameter(machine, 'create_on_err', 1)
  ownSock(c1)
  drain(machine) // the worker copies the table with 10.0.2.1, and sleeps because c1 is owned

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 500)
  releaseSock(c1)
  drain(machine) // c1/1 cannot be bound to 10.0.2.1, and is closed

  expect(machine.log).toContain('[1000] gone c1/1')
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.bitfield).toBe(0b110)
})

/** One session of each family; a worker is queued for each, and will find no route. */
function withoutRoutes(): {
  machine: Machine
  four: Session
  six: Session
} {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    wlan0: ['10.0.2.1', 'fd00:2::1'],
  })
  setParameter(machine, 'create_on_err', 1)
  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -101)
  machine.routeErrors.set(routeKey('fd00:2::1', 'fd00:9::1'), -101)
  const four = connect(machine, 'four', '10.0.1.1:4000', '10.9.1.1:80')
  const six = connect(
    machine,
    'six',
    '[fd00:1::1]:4001',
    '[fd00:9::1]:80',
    { ipv6Only: true },
  )
  establish(four)
  establish(six)
  return { machine, four, six }
}

test('quirk: a join without a route clears its tried mark in IPv6, but not in IPv4', () => {
  const { machine, four, six } = withoutRoutes()

  drain(machine)

  expect(fullmeshGetPriv(four).remotes.v4.slots[0]?.bitfield).toBe(0b110) // 10.0.2.1 is in slot 2
  expect(fullmeshGetPriv(six).remotes.v6.slots[0]?.bitfield).toBe(0b01) // fd00:2::1 is in slot 1
})

test('quirk: with num_subflows=2, each timeout leaves one more subflow', () => {
  const { machine, c1 } = session({ createOnErr: true })
  setParameter(machine, 'num_subflows', 2)

  fail(subflowNumbered(c1, 1), 'ETIMEDOUT') // one is closed, two are opened
  drain(machine)
  fail(subflowNumbered(c1, 2), 'ETIMEDOUT')
  drain(machine)

  expect(c1.subflows.map(({ source }) => source)).toEqual([
    '10.0.2.1',
    '10.0.2.1',
    '10.0.2.1',
    '10.0.1.1',
  ])
})
