import { boot } from '../../fullmesh/boot.ts'
import { fmSeqShow } from '../../fullmesh/proc-file.ts'
import { addAddress, removeAddress } from '../../host/devices.ts'
import { advance } from '../../host/time.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/**
 * Of two addresses the first is deleted, and added again one second later.
 * Returns the lines of /proc/net/mptcp_fullmesh.
 */
export function run() {
  const machine = boot({ eth0: ['10.0.1.1', '10.0.1.2'] })
  const eth0 = deviceNamed(machine, 'eth0')
  removeAddress(eth0, '10.0.1.1')
  advance(machine, 1000)
  addAddress(eth0, '10.0.1.1')
  advance(machine, 1000)
  return fmSeqShow(eth0.namespace)
}
