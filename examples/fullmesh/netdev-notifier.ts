import type { NetDevice } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { isHandled } from './addr-event-handler.ts'
import { inet6AddrEvent } from './inet6addr-notifier.ts'
import { pmInetaddrEvent } from './inetaddr-notifier.ts'

/**
 * Handles a notification about a device: passes it on for every address of
 * the device, IPv4 first.
 *
 * Called by the netdevice chain, under RTNL. When the module is loaded, the
 * chain calls it for every device that exists, so existing addresses enter
 * the table.
 *
 * @see mptcp_fullmesh.c:1192 `netdev_event`
 */
export function netdevEvent(
  event: NetdevEvent,
  { addresses }: NetDevice,
): void {
  if (!isHandled(event)) return
  for (const address of addresses.v4) pmInetaddrEvent(event, address)
  for (const address of addresses.v6) inet6AddrEvent(event, address)
}
