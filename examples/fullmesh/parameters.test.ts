import { expect, test } from 'vitest'
import { receiveAddAddr } from '../host/peer.ts'
import { connect, establish } from '../host/sessions.ts'
import { drain } from '../host/time.ts'
import { createMachine } from '../kernel/machine.ts'
import type { Session } from '../kernel/session.ts'
import { boot } from './boot.ts'
import { createOnErr, numSubflows, setParameter } from './parameters.ts'

test('the defaults are one subflow for each pair and no reuse of a pair after an error', () => {
  const machine = createMachine()
  expect([numSubflows(machine), createOnErr(machine)]).toEqual([1, false])

  setParameter(machine, 'num_subflows', 3)
  setParameter(machine, 'create_on_err', 1)
  expect([numSubflows(machine), createOnErr(machine)]).toEqual([3, true])
})

/** The session c1, whose only pair has a subflow. */
function settledSession(): Session {
  const machine = boot({ eth0: ['10.0.1.1'] })
  const c1 = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  establish(c1)
  drain(machine)
  return c1
}

test('a new num_subflows applies to pairs opened later; existing subflows stay', () => {
  const c1 = settledSession()
  const { machine } = c1

  setParameter(machine, 'num_subflows', 2)
  receiveAddAddr(c1, 2, '10.9.2.1')
  drain(machine)

  expect(c1.subflows.map(({ destination }) => destination)).toEqual([
    '10.9.2.1',
    '10.9.2.1',
    '10.9.1.1',
  ])
})

test('an unknown parameter or an invalid value is rejected', () => {
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
