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
 * `mptcp_fullmesh.ko`: the functions of module_init() and module_exit() (:1935
 * `module_init(full_mesh_register)`, :1936
 * `module_exit(full_mesh_unregister)`).
 */
export const fullmeshModule: KernelModule = {
  init: fullMeshRegister,
  exit: fullMeshUnregister,
}

/**
 * Loads the module: five registrations. If one fails, the earlier ones are
 * undone in reverse order, and the error is returned.
 *
 * @returns 0 or a negative error
 * @see mptcp_fullmesh.c:1880 `full_mesh_register`
 */
function fullMeshRegister(machine: Machine): number {
  let error = registerPernet(machine, fullMeshNetOps)
  if (error) return error

  error = registerAddressNotifier(machine, 'inetaddr', pmInetaddrEvent)
  if (error) return errRegInetaddr(machine, error)

  error = registerNetdeviceNotifier(machine, netdevEvent)
  if (error) return errRegNetdev(machine, error)

  error = registerAddressNotifier(machine, 'inet6addr', inet6AddrEvent)
  if (error) return errRegInet6addr(machine, error)

  error = registerPathManager(machine, fullMesh)
  if (error) return errRegPm(machine, error)

  return 0
}

// The labels at the end of the C function (:1911). Each function undoes one
// registration and calls the next.

function errRegPm(machine: Machine, error: number): number {
  unregisterAddressNotifier(machine, 'inet6addr', inet6AddrEvent)
  return errRegInet6addr(machine, error)
}

function errRegInet6addr(machine: Machine, error: number): number {
  unregisterNetdeviceNotifier(machine, netdevEvent)
  return errRegNetdev(machine, error)
}

function errRegNetdev(machine: Machine, error: number): number {
  unregisterAddressNotifier(machine, 'inetaddr', pmInetaddrEvent)
  return errRegInetaddr(machine, error)
}

function errRegInetaddr(machine: Machine, error: number): number {
  unregisterPernet(machine, fullMeshNetOps)
  return error
}

/**
 * Unloads the module: unregisters the notifiers first, so that no further
 * event is queued, and the path manager last.
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
