import type { Machine } from '../kernel/machine.ts'
import type { KernelModule } from '../kernel/module.ts'
import {
  registerAddressNotifier,
  registerNetdeviceNotifier,
  unregisterAddressNotifier,
  unregisterNetdeviceNotifier,
} from '../kernel/notifier.ts'
import {
  registerPathManager,
  unregisterPathManager,
} from '../kernel/path-manager.ts'
import { registerPernet, unregisterPernet } from '../kernel/pernet.ts'
import { inet6AddrEvent } from './inet6addr-notifier.ts'
import { pmInetaddrEvent } from './inetaddr-notifier.ts'
import { fullMeshNetOps } from './net-ops.ts'
import { netdevEvent } from './netdev-notifier.ts'
import { fullMesh } from './ops.ts'

/**
 * `mptcp_fullmesh.ko`: what module_init() and module_exit() name (:1935
 * `module_init(full_mesh_register)`, :1936
 * `module_exit(full_mesh_unregister)`).
 */
export const fullmeshModule: KernelModule = {
  init: fullMeshRegister,
  exit: fullMeshUnregister,
}

/**
 * Loading the module: five registrations. The first that fails is the
 * result, and those before it are taken back, last one first.
 *
 * @see mptcp_fullmesh.c:1880 `full_mesh_register`
 */
function fullMeshRegister(machine: Machine): number {
  const takeBack: (() => void)[] = []
  for (const { register, unregister } of registrations(machine)) {
    const error = register()
    if (error !== 0) {
      for (const undo of takeBack.reverse()) undo()
      return error
    }
    takeBack.push(unregister)
  }
  return 0
}

/** In the order in which they are made. */
function registrations(
  machine: Machine,
): { register: () => number; unregister: () => void }[] {
  return [
    {
      register: () => registerPernet(machine, fullMeshNetOps),
      unregister: () => unregisterPernet(machine, fullMeshNetOps),
    },
    {
      register: () =>
        registerAddressNotifier(machine, 'inetaddr', pmInetaddrEvent),
      unregister: () =>
        unregisterAddressNotifier(machine, 'inetaddr', pmInetaddrEvent),
    },
    {
      register: () => registerNetdeviceNotifier(machine, netdevEvent),
      unregister: () => unregisterNetdeviceNotifier(machine, netdevEvent),
    },
    {
      register: () =>
        registerAddressNotifier(machine, 'inet6addr', inet6AddrEvent),
      unregister: () =>
        unregisterAddressNotifier(machine, 'inet6addr', inet6AddrEvent),
    },
    {
      register: () => registerPathManager(machine, fullMesh),
      unregister: () => unregisterPathManager(machine, fullMesh),
    },
  ]
}

/**
 * Unloading it: the notifiers first, so that nothing new comes in, and the
 * path manager last of all.
 *
 * @see mptcp_fullmesh.c:1924 `full_mesh_unregister`
 */
function fullMeshUnregister(machine: Machine): void {
  unregisterAddressNotifier(machine, 'inet6addr', inet6AddrEvent)
  unregisterNetdeviceNotifier(machine, netdevEvent)
  unregisterAddressNotifier(machine, 'inetaddr', pmInetaddrEvent)
  unregisterPernet(machine, fullMeshNetOps)
  unregisterPathManager(machine, fullMesh)
}
