import { expect, test } from 'vitest'
import { createMachine } from '../kernel/machine.ts'
import type { KernelModule } from '../kernel/module.ts'
import { machineWith } from '../kernel/test-machine.ts'
import { insmod, rmmod } from './modules.ts'
import { connect } from './sessions.ts'

const module: KernelModule = { init: () => 0, exit: (machine) => machine.print('bye') }

test('a module is loaded when its init function says 0, and unloaded by its exit function', () => {
  const machine = createMachine()

  expect(insmod(machine, module)).toBe(0)
  expect(machine.modules.has(module)).toBe(true)
  rmmod(machine, module)

  expect(machine.modules.has(module)).toBe(false)
  expect(machine.log).toEqual(['[0] insmod = 0', '[0] bye', '[0] rmmod'])
})

test('a module whose init function fails is not loaded', () => {
  const machine = createMachine()

  expect(insmod(machine, { ...module, init: () => -12 })).toBe(-12)

  expect(machine.log).toEqual(['[0] insmod = -12'])
  expect(machine.modules.size).toBe(0)
})

test('it is loaded once, unloaded once, and not while there are sessions', () => {
  const machine = machineWith()
  expect(() => rmmod(machine, module)).toThrow('the module is not loaded')
  insmod(machine, module)
  expect(() => insmod(machine, module)).toThrow('the module is loaded already')

  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')

  expect(() => rmmod(machine, module)).toThrow('the module is in use by 1 session(s)')
  expect(machine.modules.has(module)).toBe(true)
})
