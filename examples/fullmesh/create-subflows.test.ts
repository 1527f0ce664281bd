import { expect, test } from 'vitest'
import { addAddress } from '../host/devices.ts'
import { receiveAddAddr, receiveMpFail } from '../host/peer.ts'
import {
  accept,
  close,
  connect,
  establish,
  ownSock,
} from '../host/sessions.ts'
import { fail } from '../host/subflows.ts'
import { advance, drain } from '../host/time.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { subflowNumbered } from '../kernel/subflow.ts'
import { boot } from './boot.ts'
import { twoSubflows } from './setups.ts'

test('no subflow is opened before the master subflow is fully established', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  receiveAddAddr(c1, 2, '10.9.2.1') // calls new_remote_address, without effect
  drain(machine)
  expect(c1.subflows).toHaveLength(1)

  establish(c1)
  drain(machine)
  expect(c1.subflows).toHaveLength(2)
})

test('a server opens no subflow', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')

  establish(s1)
  receiveAddAddr(s1, 2, '10.9.2.1')
  drain(machine)

  expect(s1.subflows).toHaveLength(1)
})

test('a session that is closed or has fallen back to plain TCP opens no subflow', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const closed = connect(machine, 'closed', '10.0.1.1:4000', '10.9.1.1:80')
  const fallen = connect(machine, 'fallen', '10.0.1.1:4001', '10.9.1.1:80')

  close(closed)
  establish(closed)
  receiveMpFail(subflowNumbered(fallen, 0))
  establish(fallen)
  drain(machine)

  expect(closed.subflows).toHaveLength(1)
  expect(fallen.subflows).toHaveLength(1)
})

test('once the master subflow has been removed, subflows are opened without waiting', () => {
  const { machine, c1 } = twoSubflows()
  fail(subflowNumbered(c1, 0), 'ECONNRESET')
  drain(machine)
  expect(c1.master).toBeUndefined()

  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1')
  advance(machine, 500)

  expect(c1.subflows.map(({ source }) => source)).toEqual([
    '10.0.3.1',
    '10.0.2.1',
  ])
})

test('pending work is queued only once; it holds a reference on socket and control block', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  establish(c1)
  receiveAddAddr(c1, 2, '10.9.2.1')

  expect(
    machine.log.filter((line) => line === '[500] queue subflow_work(c1)'),
  ).toHaveLength(1)
  expect(c1.refs).toEqual({ socket: 2, control: 2 })
})

test('the work can be queued again while it runs, and then runs once more', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  ownSock(c1)
  establish(c1)
  drain(machine) // the worker starts, and sleeps: the socket is owned

  receiveAddAddr(c1, 2, '10.9.2.1')

  expect(
    machine.log.filter((line) => line === '[500] queue subflow_work(c1)'),
  ).toHaveLength(2)
  expect(c1.refs).toEqual({ socket: 3, control: 3 })
})
