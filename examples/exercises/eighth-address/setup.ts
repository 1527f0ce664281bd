import { boot } from '../../fullmesh/boot.ts'
import { fmSeqShow } from '../../fullmesh/proc-file.ts'
import { deviceNamed } from '../../kernel/netdevice.ts'

/**
 * A host on which eight IPv4 addresses were added, 10.0.1.1 first and
 * 10.0.1.8 last. Returns the lines of /proc/net/mptcp_fullmesh.
 */
export function run() {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8]
  const machine = boot({ eth0: numbers.map((n) => `10.0.1.${n}`) })
  return fmSeqShow(deviceNamed(machine, 'eth0').namespace)
}
