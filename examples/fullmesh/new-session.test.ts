import { expect, test } from 'vitest'
import { addAddress } from '../host/devices.ts'
import { accept, connect, establish } from '../host/sessions.ts'
import { advance } from '../host/time.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import { fullmeshGetPriv } from './structures.ts'

test('every address but the initial one is announced, each on an ACK of its own', () => {
  const machine = boot({
    eth0: ['10.0.1.1'],
    wlan0: ['10.0.2.1'],
    lte0: ['10.0.3.1'],
  })

  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  expect(machine.log).toEqual([
    '[500] op new_session(c1)',
    '[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] ack c1/0: DSS ADD_ADDR(4,10.0.3.1) size=28',
  ])
})

test('the bit of the initial pair is set, so no worker opens a second subflow for it', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })

  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  // 10.0.1.1 is in local slot 1, so bit 1 of the peer's first address is
  // set: 0b10.
  const { remotes, announced } = fullmeshGetPriv(c1)
  expect(remotes.v4.slots[0]).toEqual({
    address: '10.9.1.1',
    port: 0,
    id: 0,
    bitfield: 0b10,
    retryBitfield: 0,
  })
  expect(announced.v4).toBe(0b110)
})

test('a server announces its addresses too, but opens no subflow', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })

  const s1 = accept(machine, 's1', '10.0.1.1:80', '10.9.1.1:4000')
  establish(s1)
  advance(machine, 2000)

  expect(machine.log).toEqual([
    '[500] op new_session(s1)',
    '[500] ack s1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] op fully_established(s1)',
  ])
})

test('if the initial address is backup, MP_PRIO is sent with the first ADD_ADDR', () => {
  const machine = boot({
    eth0: ['10.0.1.1'],
    lte0: { addresses: ['10.0.2.1'], backup: true },
  })

  const c1 = connect(machine, 'c1', '10.0.2.1:4000', '10.9.1.1:80')

  expect(c1.master?.lowPrio).toBe(true)
  expect(machine.log).toContain(
    '[500] ack c1/0: DSS ADD_ADDR(2,10.0.1.1) MP_PRIO(1) size=32',
  )
})

test('if there is no address to announce, MP_PRIO is sent on an ACK of its own', () => {
  const machine = boot({ lte0: { addresses: ['10.0.2.1'], backup: true } })

  connect(machine, 'c1', '10.0.2.1:4000', '10.9.1.1:80')

  expect(machine.log).toEqual([
    '[500] op new_session(c1)',
    '[500] ack c1/0: DSS MP_PRIO(1) size=24',
  ])
})

test('a session on an address not yet in the table permanently has the default path manager', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  addAddress(deviceNamed(machine, 'eth0'), '10.0.3.1') // reaches the table after 500 ms

  const c1 = connect(machine, 'c1', '10.0.3.1:4000', '10.9.1.1:80')
  advance(machine, 500)
  establish(c1)
  advance(machine, 5000)

  expect(c1.pathManager.name).toBe('default')
  expect(c1.subflows).toHaveLength(1)
})

test('an IPv6 session announces both families, IPv4 first; an IPv4 session only IPv4', () => {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    wlan0: ['10.0.2.1', 'fd00:2::1'],
  })

  connect(machine, 'six', '[fd00:1::1]:4000', '[fd00:9::1]:80')
  connect(machine, 'four', '10.0.1.1:4001', '10.9.1.1:80')

  expect(machine.log).toEqual([
    '[500] op new_session(six)',
    '[500] ack six/0: DSS ADD_ADDR(2,10.0.1.1) size=28',
    '[500] ack six/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] ack six/0: DSS ADD_ADDR(9,fd00:2::1) size=40',
    '[500] op new_session(four)',
    '[500] ack four/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
  ])
})

test('an IPv6 session with IPV6_V6ONLY announces no IPv4 address', () => {
  const machine = boot({ eth0: ['10.0.1.1', 'fd00:1::1'] })

  connect(machine, 'c1', '[fd00:1::1]:4000', '[fd00:9::1]:80', {
    ipv6Only: true,
  })

  expect(machine.log).toEqual(['[500] op new_session(c1)'])
})

test('a v4-mapped session begins on an IPv4 address and announces both families', () => {
  const machine = boot({
    eth0: ['10.0.1.1', 'fd00:1::1'],
    wlan0: ['10.0.2.1'],
  })

  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', { mapped: true })

  expect(machine.log.slice(1)).toEqual([
    '[500] ack c1/0: DSS ADD_ADDR(3,10.0.2.1) size=28',
    '[500] ack c1/0: DSS ADD_ADDR(8,fd00:1::1) size=40',
  ])
})

test('the initial address of a bound socket is looked up only on that device', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })

  const there = connect(machine, 'there', '10.0.1.1:4000', '10.9.1.1:80', {
    bind: 'eth0',
  })
  const elsewhere = connect(
    machine,
    'elsewhere',
    '10.0.1.1:4001',
    '10.9.1.1:80',
    { bind: 'wlan0' },
  )

  expect(there.pathManager.name).toBe('fullmesh')
  expect(elsewhere.pathManager.name).toBe('default')
})

test('quirk: with its address on two devices, a bound session announces its own address', () => {
  const machine = boot({ eth0: ['10.0.1.1'], eth1: ['10.0.1.1'] })

  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', { bind: 'eth1' })

  expect(machine.log).toContain(
    '[500] ack c1/0: DSS ADD_ADDR(2,10.0.1.1) size=28',
  )
})

test('quirk: a transparent session does not announce the first address of its device', () => {
  const machine = boot({ eth0: ['10.0.1.1'], wlan0: ['10.0.2.1'] })

  accept(machine, 't1', '192.0.2.7:80', '10.9.1.1:4000', {
    transparent: 'wlan0',
  })

  // Two requests, because neither address is the source address of the
  // session. The bit of 10.0.2.1 is set in `announced`, so the second ACK has
  // no ADD_ADDR.
  expect(machine.log).toEqual([
    '[500] op new_session(t1)',
    '[500] ack t1/0: DSS ADD_ADDR(2,10.0.1.1) size=28',
    '[500] ack t1/0: DSS size=20',
  ])
})
