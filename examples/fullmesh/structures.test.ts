import { expect, test } from 'vitest'
import { addAddress, addDevice, removeAddress } from '../host/devices.ts'
import { addNamespace } from '../host/namespaces.ts'
import { receiveAddAddr, receiveRemoveAddr } from '../host/peer.ts'
import { connect } from '../host/sessions.ts'
import { advance } from '../host/time.ts'
import { namespaceNamed } from '../kernel/namespace.ts'
import { deviceNamed } from '../kernel/netdevice.ts'
import { boot } from './boot.ts'
import {
  fmGetNs,
  fullmeshGetPriv,
  localsOf,
  remotesOf,
} from './structures.ts'

test('each namespace has its own table of local addresses, event queue and work item', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  addNamespace(machine, 'blue')
  addAddress(addDevice(machine, 'blue0', { netns: 'blue' }), '10.0.3.1')

  const init = fmGetNs(namespaceNamed(machine, 'init'))
  const blue = fmGetNs(namespaceNamed(machine, 'blue'))

  expect([init.local.v4.bits, blue.local.v4.bits]).toEqual([0b10, 0])
  expect([init.events.length, blue.events.length]).toEqual([0, 1])
  expect([init.addressWorker.pending, blue.addressWorker.pending]).toEqual([
    false,
    true,
  ])
})

test('the state of a session is all zero until new_session stores something in it', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })

  // 10.0.7.7 is not in the table, so new_session switches to the default
  // path manager and stores nothing.
  const c1 = connect(machine, 'c1', '10.0.7.7:4000', '10.9.1.1:80')

  expect(fullmeshGetPriv(c1)).toEqual({
    subflowWork: undefined,
    subflowRetryWork: undefined,
    remotes: { v4: { bits: 0, slots: [] }, v6: { bits: 0, slots: [] } },
    addAddr: 0,
    removeAddrs: 0,
    announced: { v4: 0, v6: 0 },
    firstPair: false,
  })
})

test('remote addresses are visited by slot: a later address in a lower slot comes first', () => {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  receiveAddAddr(c1, 2, '10.9.2.1') // slot 1
  receiveAddAddr(c1, 3, '10.9.3.1') // slot 2
  receiveRemoveAddr(c1, [2])
  receiveAddAddr(c1, 4, '10.9.4.1') // slot 1, which is free again

  expect([...remotesOf(c1, 'v4')].map(({ id }) => id)).toEqual([0, 4, 3])
})

test('a deleted local address stays in its slot but is not visited', () => {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.2.1'] })
  const eth0 = deviceNamed(machine, 'eth0')

  removeAddress(eth0, '10.0.1.1')
  advance(machine, 500)

  const { local } = fmGetNs(eth0.namespace)
  expect(local.v4.slots[1]?.address).toBe('10.0.1.1')
  expect(localsOf(local, 'v4').map(({ address }) => address)).toEqual([
    '10.0.2.1',
  ])
})
