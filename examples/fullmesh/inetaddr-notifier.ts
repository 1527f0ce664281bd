import type { InterfaceAddress } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { addrEventHandler, isHandled } from './addr-event-handler.ts'

/**
 * Handles a notification about an IPv4 address. Called by the inetaddr
 * chain, under RTNL, and by `netdevEvent` for every address of a device.
 *
 * @see mptcp_fullmesh.c:1108 `mptcp_pm_inetaddr_event`
 */
export function pmInetaddrEvent(
  event: NetdevEvent,
  changed: InterfaceAddress,
): void {
  if (isHandled(event)) addrEventHandler(event, changed)
}
