import { expect, test } from 'vitest'
import { createMachine } from '../kernel/machine.ts'
import { createOnErr, numSubflows, setParameter } from './parameters.ts'

test('one subflow for each pair, and no second chance after an error, unless someone wants otherwise', () => {
  const machine = createMachine()
  expect([numSubflows(machine), createOnErr(machine)]).toEqual([1, false])

  setParameter(machine, 'num_subflows', 3)
  setParameter(machine, 'create_on_err', 1)
  expect([numSubflows(machine), createOnErr(machine)]).toEqual([3, true])
})

test('a parameter that there is not, or a value that is none, is refused', () => {
  const machine = createMachine()

  expect(() => setParameter(machine, 'subflows', 3)).toThrow(
    'no parameter "subflows" (parameters: num_subflows, create_on_err)',
  )
  expect(() => setParameter(machine, 'toString', 3)).toThrow('no parameter')
  expect(() => setParameter(machine, 'num_subflows', 65)).toThrow(
    'num_subflows takes a whole number from -64 to 64',
  )
  expect(() => setParameter(machine, 'num_subflows', 1.5)).toThrow(
    'num_subflows takes a whole number from -64 to 64',
  )
  expect(numSubflows(machine)).toBe(1)

  setParameter(machine, 'num_subflows', 64)
  expect(numSubflows(machine)).toBe(64)
})
