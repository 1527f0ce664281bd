import { expect, test } from 'vitest'
import { addAddress, addDevice } from '../host/devices.ts'
import { insmod, rmmod } from '../host/modules.ts'
import { addNamespace } from '../host/namespaces.ts'
import { advance } from '../host/time.ts'
import { createMachine, type Machine } from '../kernel/machine.ts'
import { fullmeshModule } from './module.ts'
import { fmGetNs } from './structures.ts'

test('loading makes five registrations; unloading begins with notifiers, ends with path manager', () => {
  const machine = createMachine()

  insmod(machine, fullmeshModule)
  rmmod(machine, fullmeshModule)

  expect(machine.log).toEqual([
    '[0] register pernet',
    '[0] proc_create mptcp_fullmesh',
    '[0] register inetaddr',
    '[0] register netdevice',
    '[0] register inet6addr',
    '[0] register path_manager',
    '[0] insmod = 0',
    '[0] unregister inet6addr',
    '[0] unregister netdevice',
    '[0] unregister inetaddr',
    '[0] proc_remove mptcp_fullmesh',
    '[0] unregister pernet',
    '[0] unregister path_manager',
    '[0] rmmod',
  ])
})

/** The log lines about registrations when the given one fails. */
function unwinding(failing: string): string[] {
  const machine = createMachine()
  machine.faults.registrations.add(failing)
  insmod(machine, fullmeshModule)
  return machine.log
    .map((line) => line.replace('[0] ', ''))
    .filter((line) => line.includes('register'))
}

test('whichever registration fails, the earlier ones are undone in reverse order', () => {
  expect(unwinding('pernet')).toEqual(['register pernet = -12'])
  expect(unwinding('inetaddr')).toEqual([
    'register pernet',
    'register inetaddr = -12',
    'unregister pernet',
  ])
  expect(unwinding('netdevice').slice(2)).toEqual([
    'register netdevice = -12',
    'unregister inetaddr',
    'unregister pernet',
  ])
  expect(unwinding('inet6addr').slice(3)).toEqual([
    'register inet6addr = -12',
    'unregister netdevice',
    'unregister inetaddr',
    'unregister pernet',
  ])
  expect(unwinding('path_manager').slice(4)).toEqual([
    'register path_manager = -12',
    'unregister inet6addr',
    'unregister netdevice',
    'unregister inetaddr',
    'unregister pernet',
  ])
})

test('a module that failed to load can be loaded again', () => {
  const machine = createMachine()
  machine.faults.registrations.add('path_manager')

  expect(insmod(machine, fullmeshModule)).toBe(-12)
  expect(insmod(machine, fullmeshModule)).toBe(0)
})

/** A host with addresses in two namespaces; the module is not loaded. */
function configuredMachine(): Machine {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  addAddress(addDevice(machine, 'eth0'), '10.0.1.1')
  addAddress(addDevice(machine, 'down0', { down: true }), '10.0.2.1')
  addAddress(addDevice(machine, 'blue0', { netns: 'blue' }), '10.0.3.1')
  return machine
}

test('addresses configured before loading enter the table if their device is up', () => {
  const machine = configuredMachine()

  insmod(machine, fullmeshModule)
  advance(machine, 500)

  const learnt = [...machine.namespaces.values()].map(
    (net) => fmGetNs(net).local.v4.slots[1]?.address,
  )
  expect(learnt).toEqual(['10.0.1.1', '10.0.3.1'])
})

/** The same host with the module; the addresses are in the tables. */
function loadedMachine(): Machine {
  const machine = configuredMachine()
  insmod(machine, fullmeshModule)
  advance(machine, 500)
  return machine
}

test('unloading replays NETDEV_DOWN; the work that this queues is cancelled', () => {
  const machine = loadedMachine()

  rmmod(machine, fullmeshModule)
  expect(machine.log).toContain('[500] queue address_worker(init) +500')
  advance(machine, 1000)

  expect(machine.log.at(-1)).toBe('[500] rmmod')
})
