import { expect, test } from 'vitest'
import { allocate, registerNamed } from './faults.ts'
import { createMachine } from './machine.ts'

test('memory never runs out unless that was ordered', () => {
  const machine = createMachine()

  expect([allocate(machine), allocate(machine)]).toEqual([true, true])
  expect(machine.log).toEqual([])
})

test('the allocation that was ordered to fail does, once, and says so', () => {
  const machine = createMachine()
  machine.faults.allocation = 2

  expect([allocate(machine), allocate(machine), allocate(machine)]).toEqual([true, false, true])
  expect(machine.log).toEqual(['[0] alloc failed'])
})

test('of a name that was ordered to fail, the next registration fails with -ENOMEM, and no other', () => {
  const machine = createMachine()
  machine.faults.registrations.add('inetaddr')

  const results = ['netdevice', 'inetaddr', 'inetaddr'].map((name) => registerNamed(machine, name))

  expect(results).toEqual([0, -12, 0])
  expect(machine.log).toEqual([
    '[0] register netdevice',
    '[0] register inetaddr = -12',
    '[0] register inetaddr',
  ])
})
