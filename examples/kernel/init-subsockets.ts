import { errno } from './errno.ts'
import { ANY, bracketed, familyOf, formatEndpoint, isLoopback } from './inet.ts'
import { routeKey } from './machine.ts'
import { hasAddress } from './netdevice.ts'
import type { Session } from './session.ts'
import { addSubflow, forceClose, type SubflowInit } from './subflow.ts'

/** The local address of a subflow: `struct mptcp_loc4` and `struct mptcp_loc6`. */
export interface LocalAddress {
  readonly address: string
  /** 0 for the initial subflow, else 1 to 8 for IPv4 and 8 to 15 for IPv6. */
  readonly id: number
  readonly lowPrio: boolean
  /** The index of the interface that has it; 0 for any. */
  readonly ifindex: number
}

/** The remote address of a subflow: `struct mptcp_rem4` and `struct mptcp_rem6`. */
export interface RemoteAddress {
  readonly address: string
  /** 0 for the port of the session. */
  readonly port: number
  /** 0 to 255; 0 for the initial subflow. */
  readonly id: number
}

/**
 * mptcp_init4_subsockets() and mptcp_init6_subsockets(): opens a subflow between two addresses.
 *
 * @returns 0 if the SYN was sent; else a negative error, after the closing of the subflow was queued
 */
export function initSubsockets(session: Session, local: LocalAddress, remote: RemoteAddress): number {
  const port = remote.port || session.destinationPort
  const result = bind(session, local.address) || route(session, local.address, remote.address)
  const subflow = addSubflow(session, subflowAfter(result, local, remote, port))
  session.machine.print(
    `join ${subflow.name}: ${bracketed(local.address)} id=${local.id} if=${local.ifindex}` +
      ` -> ${formatEndpoint(remote.address, port)} id=${remote.id} = ${result}`,
  )
  if (result !== 0) forceClose(subflow)
  return result
}

/** The state and addresses of a subflow after bind() and the look-up of a route, which may have failed. */
function subflowAfter(result: number, local: LocalAddress, remote: RemoteAddress, port: number): SubflowInit {
  const family = familyOf(local.address)
  const bound = result !== -errno.EADDRNOTAVAIL
  const connected = result === 0
  // Only IPv6 stores the destination before it looks for a route.
  const addressed = connected || (bound && family === 'v6')
  return {
    state: connected ? 'SYN_SENT' : 'CLOSE',
    family,
    source: bound ? local.address : ANY[family],
    destination: addressed ? remote.address : ANY[family],
    destinationPort: connected ? port : 0,
    boundDevice: local.ifindex,
    localId: local.id,
    remoteId: remote.id,
    lowPrio: local.lowPrio,
  }
}

function bind({ namespace }: Session, source: string): number {
  const isOnEveryHost = source === ANY.v4 || (isLoopback(source) && familyOf(source) === 'v4')
  return isOnEveryHost || hasAddress(namespace, source) ? 0 : -errno.EADDRNOTAVAIL
}

function route({ machine }: Session, source: string, destination: string): number {
  return machine.routeErrors.get(routeKey(source, destination)) ?? 0
}
