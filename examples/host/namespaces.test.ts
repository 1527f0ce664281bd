import { expect, test } from 'vitest'
import { createMachine } from '../kernel/machine.ts'
import { namespaceNamed } from '../kernel/namespace.ts'
import { registerPernet } from '../kernel/pernet.ts'
import { machineWith } from '../kernel/test-machine.ts'
import { addNamespace, removeNamespace } from './namespaces.ts'
import { connect } from './sessions.ts'

test('the namespace "init" is always there and cannot be removed', () => {
  const machine = createMachine()

  expect([...machine.namespaces.keys()]).toEqual(['init'])
  expect(() => removeNamespace(machine, 'init')).toThrow('the namespace "init" cannot be removed')
})

test('a new namespace gets `init` of all operations; when it is removed, `exit` is called in the opposite order', () => {
  const machine = createMachine()
  for (const who of ['first', 'second']) {
    registerPernet(machine, {
      init({ name }) {
        machine.print(`${who} enters ${name}`)
        return 0
      },
      exit: ({ name }) => machine.print(`${who} leaves ${name}`),
    })
  }
  machine.log.length = 0

  addNamespace(machine, 'blue')
  removeNamespace(machine, 'blue')

  expect(machine.log).toEqual([
    '[0] first enters blue',
    '[0] second enters blue',
    '[0] second leaves blue',
    '[0] first leaves blue',
  ])
})

test('a namespace that cannot be set up does not exist', () => {
  const machine = createMachine()
  registerPernet(machine, { init: ({ name }) => (name === 'blue' ? -105 : 0), exit: () => {} })

  expect(addNamespace(machine, 'blue')).toBe(-105)

  expect(machine.log.at(-1)).toBe('[0] pernet init blue = -105')
  expect([...machine.namespaces.keys()]).toEqual(['init'])
})

test('a namespace in which a session was made stays, even after the session is closed', () => {
  const machine = machineWith()
  addNamespace(machine, 'blue')
  connect(machine, 'c1', '10.0.1.1:4000', '10.9.1.1:80', { netns: 'blue' })

  expect(() => removeNamespace(machine, 'blue')).toThrow('the namespace "blue" has sessions')
})

test('a name is given once, and the error for an unknown one lists those that exist', () => {
  const machine = createMachine()
  addNamespace(machine, 'blue')

  expect(() => addNamespace(machine, 'blue')).toThrow('there is a namespace "blue" already')
  expect(() => removeNamespace(machine, 'red')).toThrow('no namespace "red" (namespaces: init, blue)')
  expect(() => namespaceNamed(machine, '__proto__')).toThrow('no namespace "__proto__"')
})
