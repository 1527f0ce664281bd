import { FAMILIES, inFull } from '../kernel/inet.ts'
import type { Namespace } from '../kernel/namespace.ts'
import { slotsIn } from './bitfield.ts'
import { fmGetNs, localAt } from './structures.ts'

/**
 * The lines of /proc/net/mptcp_fullmesh: the table of local addresses of a
 * namespace.
 *
 * @see mptcp_fullmesh.c:1759 `mptcp_fm_seq_show`
 */
export function fmSeqShow(net: Namespace): string[] {
  const { local } = fmGetNs(net)
  const lines = ['Index, Address-ID, Backup, IP-address, if-idx']
  for (const family of FAMILIES) {
    const { next, bits } = local[family]
    lines.push(`IP${family}, next ${family}-index: ${next}`)
    for (const slot of slotsIn(bits)) {
      const { id, lowPrio, address, ifindex } = localAt(local, family, slot)
      const shown = family === 'v6' ? inFull(address) : address
      lines.push(`${slot}, ${id}, ${Number(lowPrio)}, ${shown}, ${ifindex}`)
    }
  }
  return lines
}
