import type { InterfaceAddress } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { addrEventHandler, isHandled } from './addr-event-handler.ts'

/**
 * Handles a notification about an IPv6 address. Called by the inet6addr
 * chain, which is atomic, when the address is in the list; it may still be
 * tentative. Also called by `netdevEvent` for every address of a device. It
 * does not sleep.
 *
 * @see mptcp_fullmesh.c:1170 `inet6_addr_event`
 */
export function inet6AddrEvent(
  event: NetdevEvent,
  changed: InterfaceAddress,
): void {
  if (isHandled(event)) addrEventHandler(event, changed)
}
