import { boot } from '../../fullmesh/boot.ts'
import { addAddress } from '../../host/devices.ts'
import { advance } from '../../host/time.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/** Three addresses are added at different times. Returns the log. */
export function run() {
  const machine = boot({ eth0: [] })
  const eth0 = deviceNamed(machine, 'eth0')

  addAddress(eth0, '10.0.1.1') // at 500 ms
  advance(machine, 400)
  addAddress(eth0, '10.0.2.1') // at 900 ms
  advance(machine, 300)
  addAddress(eth0, '10.0.3.1') // at 1200 ms
  advance(machine, 2000)

  return machine.log
}
