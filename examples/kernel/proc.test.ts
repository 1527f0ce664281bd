import { expect, test } from 'vitest'
import { createMachine } from './machine.ts'
import { namespaceNamed } from './namespace.ts'
import { createProcFile, removeProcFile } from './proc.ts'

test('a file under /proc/net is created and removed, and the log has both', () => {
  const machine = createMachine()
  const init = namespaceNamed(machine, 'init')

  expect(createProcFile(init, 'mptcp_fullmesh')).toBe(true)
  removeProcFile(init, 'mptcp_fullmesh')

  expect(machine.log).toEqual(['[0] proc_create mptcp_fullmesh', '[0] proc_remove mptcp_fullmesh'])
})

test('it fails only if that is ordered, and only once', () => {
  const machine = createMachine()
  const init = namespaceNamed(machine, 'init')
  machine.faults.proc = true

  expect(createProcFile(init, 'mptcp_fullmesh')).toBe(false)
  expect(createProcFile(init, 'mptcp_fullmesh')).toBe(true)

  expect(machine.log[0]).toBe('[0] proc_create mptcp_fullmesh failed')
})
