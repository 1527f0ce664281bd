import { expect, test } from 'vitest'
import {
  addAddress,
  addDevice,
  bringDown,
  bringUp,
  removeAddress,
  setMultipath,
} from '../host/devices.ts'
import { addNamespace } from '../host/namespaces.ts'
import { receiveInfiniteMapping, receiveJoin } from '../host/peer.ts'
import { accept, close, connect, establish } from '../host/sessions.ts'
import {
  fail,
  finishHandshake,
  receiveFourthAck,
} from '../host/subflows.ts'
import { advance, drain } from '../host/time.ts'
import type { Machine } from '../kernel/machine.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { sessionNamed } from '../kernel/session.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { boot } from './boot.ts'
import { setParameter } from './parameters.ts'
import { type Client, queuedWorker, twoSubflows } from './setups.ts'

/** The lines of the log about subflows. */
function subflowLines(machine: Machine): string[] {
  return machine.log.filter((line) =>
    /\] (ack|reinject|close|gone|join) /.test(line),
  )
}

test('a new address is announced on one subflow, and the client opens a subflow from it', () => {
  const { machine } = twoSubflows()

  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack c1/1: DSS ADD_ADDR(4,10.0.3.1) size=28',
    '[1000] join c1/2: 10.0.3.1 id=4 if=2 -> 10.9.1.1:80 id=0 = 0',
  ])
})

test('removing an address closes its subflows and withdraws the id of each', () => {
  const { machine } = twoSubflows()

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] reinject c1/1',
    '[1000] ack c1/0: DSS REMOVE_ADDR(3) size=24',
    '[1000] close c1/1',
    '[1000] gone c1/1',
  ])
})

test('removing an address that no subflow uses sends a REMOVE_ADDR too', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80') // announces 10.0.2.1, opens no subflow

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  machine.log.length = 0
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack c1/0: DSS REMOVE_ADDR(3) size=24',
  ])
})

test('quirk: once its subflow is closed, the initial address is withdrawn under a wrong id', () => {
  const { machine, c1 } = twoSubflows()
  fail(subflowNumbered(c1, 0), 'ECONNRESET') // the peer has it as id 0
  drain(machine)
  machine.log.length = 0

  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack c1/1: DSS REMOVE_ADDR(2) size=24',
  ])
})

/**
 * c1 on a host with `num_subflows` 2. Its four subflows: c1/0 and c1/1 from
 * 10.0.1.1 on eth0, c1/2 and c1/3 from 10.0.2.1 on wlan0.
 */
function twoSubflowsOfWlan0(): Client {
  const { machine, c1 } = queuedWorker()
  setParameter(machine, 'num_subflows', 2)
  drain(machine)
  for (const number of [1, 2, 3]) {
    finishHandshake(subflowNumbered(c1, number))
    receiveFourthAck(subflowNumbered(c1, number))
  }
  machine.log.length = 0
  return { machine, c1 }
}

test('quirk: a REMOVE_ADDR may be sent on another subflow from the removed address', () => {
  const { machine } = twoSubflowsOfWlan0()

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] reinject c1/3',
    '[1000] ack c1/2: DSS REMOVE_ADDR(3) size=24',
    '[1000] close c1/3',
    '[1000] reinject c1/2',
    '[1000] ack c1/1: DSS REMOVE_ADDR(3) size=24',
    '[1000] close c1/2',
    '[1000] gone c1/3',
    '[1000] gone c1/2',
  ])
})

test('when a device becomes backup, its subflows send MP_PRIO', () => {
  const { machine, c1 } = twoSubflows()

  setMultipath(deviceNamed(machine, 'wlan0'), 'backup')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack c1/1: DSS MP_PRIO(1) size=24',
  ])
  expect(c1.subflows.map(({ lowPrio }) => lowPrio)).toEqual([true, false])
})

/** A machine with c1 over IPv6: c1/0 is on eth0, c1/1 on wlan0. */
function twoIpv6Subflows(): Machine {
  const machine = boot({ eth0: ['fd00:1::1'], wlan0: ['fd00:2::1'] })
  const c1 = connect(machine, 'c1', '[fd00:1::1]:4000', '[fd00:9::1]:80')
  establish(c1)
  drain(machine)
  machine.log.length = 0
  return machine
}

test('quirk: IPv6 sends MP_PRIO on the subflows of all other addresses', () => {
  const machine = twoIpv6Subflows()

  setMultipath(deviceNamed(machine, 'wlan0'), 'backup')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack c1/0: DSS MP_PRIO(1) size=24',
  ]) // from fd00:1::1, on eth0
})

test('an event affects only sessions of its namespace that can use the address family', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })
  addNamespace(machine, 'blue')
  const blue0 = addDevice(machine, 'blue0', { netns: 'blue' })
  connect(machine, 'four', '10.0.1.1:4000', '10.9.1.1:80')
  connect(machine, 'only6', '[fd00:1::1]:4001', '[fd00:9::1]:80', {
    ipv6Only: true,
  })
  machine.log.length = 0

  addAddress(blue0, '10.0.5.1')
  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  addAddress(deviceNamed(machine, 'eth0'), 'fd00:3::1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack four/0: DSS ADD_ADDR(3,10.0.3.1) size=28',
    '[1000] ack only6/0: DSS ADD_ADDR(9,fd00:3::1) size=40',
  ])
})

test('newest session first; closed, fallen-back and other path manager sessions are skipped', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  for (const name of ['first', 'second', 'closed', 'fallen']) {
    connect(machine, name, '10.0.1.1:4000', '10.9.1.1:80')
  }
  accept(machine, 'foreign', '10.0.9.9:80', '10.9.1.1:4000')
  close(sessionNamed(machine, 'closed'))
  receiveInfiniteMapping(
    subflowNumbered(sessionNamed(machine, 'fallen'), 0),
  )
  machine.log.length = 0

  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] ack second/0: DSS ADD_ADDR(3,10.0.3.1) size=28',
    '[1000] ack first/0: DSS ADD_ADDR(3,10.0.3.1) size=28',
  ])
})

test('quirk: an address that moves to another device loses its subflows', () => {
  const { machine } = twoSubflows()

  removeAddress(deviceNamed(machine, 'wlan0'), '10.0.2.1')
  addAddress(deviceNamed(machine, 'eth0'), '10.0.2.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] reinject c1/1',
    '[1000] ack c1/0: DSS REMOVE_ADDR(3) size=24',
    '[1000] close c1/1',
    '[1000] ack c1/0: DSS ADD_ADDR(4,10.0.2.1) size=28',
    '[1000] gone c1/1',
    '[1000] join c1/2: 10.0.2.1 id=4 if=2 -> 10.9.1.1:80 id=0 = 0',
  ])
})

test('down and up within 500 ms: subflows survive', () => {
  const { machine } = twoSubflows()
  const wlan0 = deviceNamed(machine, 'wlan0')

  bringDown(wlan0)
  bringUp(wlan0)
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([])
})

test('Wi-Fi down, then up 500 ms later: the session continues, the address gets a new id', () => {
  const { machine, c1 } = twoSubflows()
  const wlan0 = deviceNamed(machine, 'wlan0')

  bringDown(wlan0)
  advance(machine, 500)
  expect(c1.subflows.map(({ name }) => name)).toEqual(['c1/0'])

  bringUp(wlan0)
  advance(machine, 500)
  expect(c1.subflows.map(({ name, localId }) => [name, localId])).toEqual([
    ['c1/2', 4], // it was 3 before
    ['c1/0', 0],
  ])
})

test('quirk: removing an address from one of two devices closes the subflow on the other', () => {
  const machine = boot({ eth0: ['10.0.1.1'], eth1: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', {
    bind: 'eth0',
  })

  removeAddress(deviceNamed(machine, 'eth1'), '10.0.1.1')
  advance(machine, 500)

  expect(c1.subflows).toHaveLength(0)
})

test('quirk: the second id of an initial address that was also joined is never withdrawn', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  receiveJoin(s1, '10.0.2.1', '10.9.1.1:4001', 0)
  receiveJoin(s1, '10.0.1.1', '10.9.2.1:4002', 2) // the peer now has 10.0.1.1 as id 0 and id 2
  fail(subflowNumbered(s1, 2), 'ECONNRESET') // closes that subflow
  drain(machine)
  machine.log.length = 0

  removeAddress(deviceNamed(machine, 'eth0'), '10.0.1.1')
  advance(machine, 500)

  expect(subflowLines(machine)).toEqual([
    '[1000] reinject s1/0',
    '[1000] ack s1/1: DSS REMOVE_ADDR(0) size=24', // none for id 2
    '[1000] close s1/0',
    '[1000] gone s1/0',
  ])
})
