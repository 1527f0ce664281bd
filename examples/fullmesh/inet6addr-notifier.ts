import type { InterfaceAddress } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { addrEventHandler, isHeeded } from './addr-event-handler.ts'

/**
 * An IPv6 address came or went. Called by the inet6addr chain, which is
 * atomic, when the address is listed: it may still be tentative then. Also
 * called by {@link netdevEvent} for every address of a device.
 *
 * @see mptcp_fullmesh.c:1170 `inet6_addr_event`
 */
export function inet6AddrEvent(
  event: NetdevEvent,
  changed: InterfaceAddress,
): void {
  if (isHeeded(event)) addrEventHandler(event, changed)
}
