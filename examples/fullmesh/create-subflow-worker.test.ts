import { expect, test } from 'vitest'
import { addAddress, removeAddress } from '../host/devices.ts'
import { receiveAddAddr } from '../host/peer.ts'
import { close, connect, establish, ownSock } from '../host/sessions.ts'
import { advance, drain } from '../host/time.ts'
import { routeKey } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { releaseSock } from '../kernel/session-lock.ts'
import { boot } from './boot.ts'
import { setParameter } from './parameters.ts'
import { armedRetry, queuedWorker } from './setups.ts'
import { fullmeshGetPriv } from './structures.ts'

test('two local and two remote addresses give four subflows', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })

  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80') // the initial subflow
  receiveAddAddr(c1, 2, '10.9.2.1') // the peer has a second address
  establish(c1) // the initial subflow is fully established
  drain(machine)

  const pairs = c1.subflows.map(
    ({ source, destination }) => `${source} → ${destination}`,
  )
  expect(pairs).toEqual([
    '10.0.2.1 → 10.9.2.1', // newest first
    '10.0.1.1 → 10.9.2.1',
    '10.0.2.1 → 10.9.1.1',
    '10.0.1.1 → 10.9.1.1',
  ])
})

test('one pair per round: the application can take the socket between two pairs', () => {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  machine.onCondResched = () => ownSock(c1) // a system call during cond_resched()
  machine.log.length = 0

  establish(c1)
  drain(machine)
  machine.onCondResched = () => {}
  releaseSock(c1)
  drain(machine)

  expect(machine.log).toEqual([
    '[500] op fully_established(c1)',
    '[500] queue subflow_work(c1)',
    '[500] run subflow_work(c1)',
    '[500] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = 0',
    '[500] block subflow_work(c1)',
    '[500] resume subflow_work(c1)',
    '[500] join c1/2: 10.0.3.1 id=4 if=4 -> 10.9.1.1:80 id=0 = 0',
    '[500] done subflow_work(c1)',
  ])
})

test('without a route (ENETUNREACH), the retry bit is set and a retry is queued in 1000 ms', () => {
  const { machine, c1 } = queuedWorker()

  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -101) // ENETUNREACH
  drain(machine)

  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]).toMatchObject({
    bitfield: 0b110,
    retryBitfield: 0b100,
  })
  expect(machine.log).toContain('[500] queue subflow_retry_work(c1) +1000')
})

test('quirk: after any other error the pair stays marked as tried and is not tried again', () => {
  const { machine, c1 } = queuedWorker()

  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -113) // EHOSTUNREACH
  advance(machine, 5000)
  machine.routeErrors.clear() // the route works again, without effect
  receiveAddAddr(c1, 2, '10.9.2.1')
  advance(machine, 5000)

  expect(
    c1.subflows.map(({ name, destination }) => `${name} → ${destination}`),
  ).toEqual(['c1/3 → 10.9.2.1', 'c1/2 → 10.9.2.1', 'c1/0 → 10.9.1.1'])
})

test('num_subflows=2 opens two subflows for each pair, the initial pair included', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  setParameter(machine, 'num_subflows', 2)

  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  establish(c1)
  drain(machine)

  expect(c1.subflows.map(({ source }) => source)).toEqual([
    '10.0.2.1',
    '10.0.2.1',
    '10.0.1.1',
    '10.0.1.1',
  ])
})

test('without the master subflow, num_subflows=2 opens no extra subflow for the initial pair', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  setParameter(machine, 'num_subflows', 2)
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1') // closes the master subflow
  advance(machine, 500)
  addAddress(deviceNamed(machine, 'wlan0'), '10.0.3.1') // queues the worker
  advance(machine, 500)

  expect(c1.subflows.map(({ source }) => source)).toEqual([
    '10.0.3.1',
    '10.0.3.1',
    '10.0.2.1',
    '10.0.2.1',
  ])
  expect(fullmeshGetPriv(c1).firstPair).toBe(false)
})

test('quirk: with num_subflows=2, an IPv6 session opens a subflow from 0.0.0.0 to 0.0.0.0', () => {
  const machine = boot({ eth0: ['fd00:1::1'] })
  setParameter(machine, 'num_subflows', 2)

  const c1 = connect(machine, 'c1', '[fd00:1::1]:4000', '[fd00:9::1]:80')
  establish(c1)
  drain(machine)

  expect(machine.log).toContain(
    '[500] join c1/1: 0.0.0.0 id=0 if=0 -> 0.0.0.0:80 id=0 = 0',
  )
})

test('quirk: extra subflows are opened although the first subflow of the pair failed', () => {
  const { machine } = queuedWorker()

  machine.routeErrors.set(routeKey('10.0.2.1', '10.9.1.1'), -113)
  setParameter(machine, 'num_subflows', 3)
  drain(machine)

  expect(
    machine.log.filter((line) => line.endsWith('= -113')),
  ).toHaveLength(3)
})

test('a session that is closed between two rounds gets no further subflow', () => {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  machine.onCondResched = () => close(c1)

  establish(c1)
  drain(machine)

  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/1', 'c1/0'])
  expect(c1.refs).toEqual({ socket: 1, control: 1 })
})

test('quirk: local addresses are copied once; one that is removed meanwhile is still tried', () => {
  const { machine, c1 } = queuedWorker()
  ownSock(c1)
  drain(machine) // the worker copies the addresses, and sleeps on the socket

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 500)
  releaseSock(c1)
  drain(machine)

  expect(machine.log).toContain(
    '[1000] join c1/1: 10.0.2.1 id=3 if=3 -> 10.9.1.1:80 id=0 = -99',
  )
  // Slot 2 is empty, but its bit is set: its next address gets no subflow.
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.bitfield).toBe(0b110)
})

test('quirk: if the copy cannot be allocated, the worker returns and leaks two references', () => {
  const { machine, c1 } = queuedWorker()

  machine.faults.allocation = 1
  drain(machine)

  expect(c1.refs).toEqual({ socket: 2, control: 2 })
  expect(c1.subflows).toHaveLength(1)
})

test('quirk: a second failure shares the armed timer and is retried before 1000 ms are over', () => {
  const { machine, c1 } = armedRetry()
  machine.routeErrors.set(routeKey('10.0.3.1', '10.9.1.1'), -101)
  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')

  advance(machine, 990)
  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.retryBitfield).toBe(
    0b1100,
  )
  advance(machine, 10) // 1000 ms after the first failure, 500 after the second

  expect(fullmeshGetPriv(c1).remotes.v4.slots[0]?.retryBitfield).toBe(0)
})

test('a backup address is joined like any other; its subflow has the backup flag', () => {
  const machine = boot({
    eth0: ['10.0.1.1'],
    lte0: { addresses: ['10.0.2.1'], backup: true },
  })

  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  establish(c1)
  drain(machine)

  expect(c1.subflows[0]).toMatchObject({
    source: '10.0.2.1',
    lowPrio: true,
  })
})

test('eight local and eight remote addresses: all pairs are tried; a ninth address is not', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const machine = boot({ eth0: nine.map((n) => `10.0.${n}.1`) })

  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  for (const n of nine.slice(1)) receiveAddAddr(c1, n, `10.9.${n}.1`)
  establish(c1)
  drain(machine)

  // The kernel allows 63 subflows for each session; the model allows more.
  expect(c1.subflows).toHaveLength(64)
  expect(c1.subflows.some(({ source }) => source === '10.0.9.1')).toBe(
    false,
  )
})

test('an IPv4 session joins the IPv6 addresses that its peer announces, but announces none', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 9, 'fd00:9::1')

  establish(c1)
  drain(machine)

  expect(machine.log.join()).not.toContain('ADD_ADDR')
  expect(machine.log).toContain(
    '[500] join c1/1: [fd00:1::1] id=8 if=2 -> [fd00:9::1]:80 id=9 = 0',
  )
})
