import { expect, test } from 'vitest'
import { addNamespace } from '../host/namespaces.ts'
import { createMachine, type Machine } from './machine.ts'
import { type PernetOperations, registerPernet, unregisterPernet } from './pernet.ts'

/** Operations that print their calls. @param failing the namespace for which `init` fails */
function operations(failing?: string): PernetOperations {
  return {
    init({ machine, name }) {
      machine.print(`init ${name}`)
      return name === failing ? -12 : 0
    },
    exit: ({ machine, name }) => machine.print(`exit ${name}`),
  }
}

function machineWithThreeNamespaces(): Machine {
  const machine = createMachine()
  addNamespace(machine, 'blue')
  addNamespace(machine, 'red')
  return machine
}

test('registering sets up every namespace that lives, oldest first; unregistering takes each down', () => {
  const machine = machineWithThreeNamespaces()
  const both = operations()

  registerPernet(machine, both)
  unregisterPernet(machine, both)

  expect(machine.log).toEqual([
    '[0] register pernet',
    ...['[0] init init', '[0] init blue', '[0] init red'],
    ...['[0] exit init', '[0] exit blue', '[0] exit red'],
    '[0] unregister pernet',
  ])
})

test('if `init` fails for a namespace, `exit` is called for those before it, and nothing is registered', () => {
  const machine = machineWithThreeNamespaces()

  expect(registerPernet(machine, operations('red'))).toBe(-12)

  expect(machine.log.slice(1)).toEqual([
    ...['[0] init init', '[0] init blue', '[0] init red'],
    ...['[0] exit init', '[0] exit blue'],
    '[0] pernet init red = -12',
  ])
  expect(machine.pernet.size).toBe(0)
})

test('what was kept for a namespace is gone after its exit', () => {
  const machine = createMachine()
  const keeper: PernetOperations = {
    init(namespace) {
      namespace.pathManagerState = { kept: true }
      return 0
    },
    exit: ({ pathManagerState }) => expect(pathManagerState).toEqual({ kept: true }),
  }

  registerPernet(machine, keeper)
  unregisterPernet(machine, keeper)

  expect(machine.namespaces.get('init')?.pathManagerState).toBeUndefined()
})

test('a registration that is refused sets nothing up', () => {
  const machine = createMachine()
  machine.faults.registrations.add('pernet')

  expect(registerPernet(machine, operations())).toBe(-12)
  expect(machine.log).toEqual(['[0] register pernet = -12'])
})
