import { expect, test } from 'vitest'
import { getLocalId, receiveAddAddr } from '../host/peer.ts'
import { connect } from '../host/sessions.ts'
import { createMachine } from './machine.ts'
import {
  defaultPathManager,
  fallBackToDefault,
  registerPathManager,
  unregisterPathManager,
} from './path-manager.ts'
import { machineWith } from './test-machine.ts'

test('a session gets the path manager that is registered when it begins', () => {
  const machine = createMachine()
  const mine = { ...defaultPathManager, name: 'mine' }

  expect(registerPathManager(machine, mine)).toBe(0)
  const session = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  unregisterPathManager(machine, mine)

  expect(session.pathManager).toBe(mine)
  expect(machine.pathManagers.size).toBe(0)
  expect(machine.log).toEqual([
    '[0] register path_manager',
    '[0] op new_session(c1)',
    '[0] unregister path_manager',
  ])
})

test('without any path manager no session can begin', () => {
  expect(() => connect(createMachine(), 'c1', '10.0.1.1:4000', '10.9.1.1:80')).toThrow(
    'no path manager is registered: load the module first',
  )
})

test('the default path manager knows one id, 0, and no op: the kernel goes on without', () => {
  const machine = machineWith({ addRaddr: () => machine.print('learnt') })
  const session = connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80')
  fallBackToDefault(session)

  receiveAddAddr(session, 1, '10.9.2.1')

  expect(getLocalId(session, '10.0.7.7')).toEqual({ id: 0, lowPrio: false })
  expect(machine.log.slice(1)).toEqual([
    '[0] fallback c1 to default',
    '[0] op add_raddr(c1)',
    '[0] op get_local_id(c1,10.0.7.7) = 0 low_prio=0',
  ])
})
