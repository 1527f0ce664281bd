import { errno } from '../kernel/errno.ts'
import { allocate } from '../kernel/faults.ts'
import type { Namespace } from '../kernel/namespace.ts'
import type { PernetOperations } from '../kernel/pernet.ts'
import { createProcFile, removeProcFile } from '../kernel/proc.ts'
import { cancelWork, Work } from '../kernel/workqueue.ts'
import { addressWorker } from './address-worker.ts'
import { noLocalAddresses } from './local-addresses.ts'
import { type FullmeshNamespace, fmGetNs } from './structures.ts'

/**
 * The name of the file under /proc/net that shows the table of local
 * addresses.
 */
const PROC_FILE = 'mptcp_fullmesh'

/**
 * The namespace operations of the module. The kernel calls them for each
 * namespace that exists when the module is loaded, and for each that is
 * created later.
 *
 * @see mptcp_fullmesh.c:1860 `full_mesh_net_ops`
 */
export const fullMeshNetOps: PernetOperations = {
  init: fmInitNet,
  exit: fmExitNet,
}

/**
 * Sets up the state of a namespace. Each of the three steps can fail; the
 * results of the earlier steps are then freed. It may sleep.
 *
 * @returns 0 or a negative error
 * @see mptcp_fullmesh.c:1793 `mptcp_fm_init_net`
 */
function fmInitNet(net: Namespace): number {
  if (!allocate(net.machine)) return -errno.ENOBUFS // for the state
  if (!allocate(net.machine)) return -errno.ENOBUFS // for the table
  if (!createProcFile(net, PROC_FILE)) return -errno.ENOMEM
  const fmNs: FullmeshNamespace = {
    local: noLocalAddresses(),
    events: [],
    addressWorker: new Work(
      `address_worker(${net.name})`,
      addressWorker,
      net,
    ),
  }
  net.pathManagerState = fmNs
  return 0
}

/**
 * Tears down the state of a namespace. Events in the queue are dropped.
 * @see mptcp_fullmesh.c:1832 `mptcp_fm_exit_net`
 */
function fmExitNet(net: Namespace): void {
  const fmNs = fmGetNs(net)
  cancelWork(net.machine, fmNs.addressWorker)
  fmNs.events.length = 0
  removeProcFile(net, PROC_FILE)
}
