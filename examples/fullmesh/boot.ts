import {
  addAddress,
  addDevice,
  type DeviceOptions,
} from '../host/devices.ts'
import { insmod } from '../host/modules.ts'
import { advance } from '../host/time.ts'
import { createMachine, type Machine } from '../kernel/machine.ts'
import { fullmeshModule } from './module.ts'

/** The addresses and options of a device. */
export interface Interface extends DeviceOptions {
  addresses: string[]
}

/**
 * Makes a host for a test: the module is loaded, the devices are up, and
 * their addresses are in the table of the path manager, which takes 500 ms.
 * The log is empty.
 *
 * @param interfaces by name, in order of creation: their addresses, or
 *   addresses with options
 */
export function boot(
  interfaces: Record<string, string[] | Interface>,
): Machine {
  const machine = createMachine()
  insmod(machine, fullmeshModule)
  for (const [name, given] of Object.entries(interfaces)) {
    const { addresses, ...options } = Array.isArray(given)
      ? { addresses: given }
      : given
    const device = addDevice(machine, name, options)
    for (const address of addresses) addAddress(device, address)
  }
  advance(machine, 500)
  machine.log.length = 0
  return machine
}
