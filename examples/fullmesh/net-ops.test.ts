import { expect, test } from 'vitest'
import { addAddress, addDevice } from '../host/devices.ts'
import { insmod } from '../host/modules.ts'
import { addNamespace, removeNamespace } from '../host/namespaces.ts'
import { advance } from '../host/time.ts'
import { createMachine } from '../kernel/machine.ts'
import { boot } from './boot.ts'
import { fullmeshModule } from './module.ts'
import { fmGetNs } from './structures.ts'

test('a new namespace gets an empty table and a proc file', () => {
  const machine = boot({})

  addNamespace(machine, 'blue')

  const blue = machine.namespaces.get('blue')
  expect(machine.log).toEqual(['[500] proc_create mptcp_fullmesh'])
  expect(blue && fmGetNs(blue).local).toMatchObject({
    v4: { bits: 0, next: 1 },
    v6: { bits: 0, next: 0 },
  })
})

test('if one of three steps fails, the namespace is not created', () => {
  const machine = boot({})

  machine.faults.allocation = 1
  expect(addNamespace(machine, 'blue')).toBe(-105) // ENOBUFS: no state
  machine.faults.allocation = 2
  expect(addNamespace(machine, 'blue')).toBe(-105) // no table
  machine.faults.proc = true
  expect(addNamespace(machine, 'blue')).toBe(-12) // ENOMEM: no proc file

  expect(machine.namespaces.has('blue')).toBe(false)
  expect(addNamespace(machine, 'blue')).toBe(0)
})

test('loading fails if the setup of one namespace fails; the earlier ones are torn down', () => {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  machine.faults.allocation = 3 // 1 and 2: init; 3: the state of blue

  expect(insmod(machine, fullmeshModule)).toBe(-105)

  expect(machine.log).toEqual([
    '[0] register pernet',
    '[0] proc_create mptcp_fullmesh',
    '[0] alloc failed',
    '[0] proc_remove mptcp_fullmesh',
    '[0] pernet init blue = -105',
    '[0] insmod = -105',
  ])
})

test('destroying a namespace drops its queued events; the worker does not run', () => {
  const machine = boot({})
  addNamespace(machine, 'blue')
  addAddress(addDevice(machine, 'blue0', { netns: 'blue' }), '10.0.1.1')

  removeNamespace(machine, 'blue')
  advance(machine, 1000)

  expect(machine.log).toEqual([
    '[500] proc_create mptcp_fullmesh',
    '[500] queue address_worker(blue) +500',
    '[500] proc_remove mptcp_fullmesh',
  ])
})
