import type { NetDevice } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { isHeeded } from './addr-event-handler.ts'
import { inet6AddrEvent } from './inet6addr-notifier.ts'
import { pmInetaddrEvent } from './inetaddr-notifier.ts'

/**
 * A device came up, went down or changed: so did every address on it, IPv4
 * first.
 *
 * Called by the netdevice chain, under RTNL. When the module is loaded the
 * chain replays the devices that are there, which is how it learns the
 * addresses that were there before it.
 *
 * @see mptcp_fullmesh.c:1192 `netdev_event`
 */
export function netdevEvent(
  event: NetdevEvent,
  { addresses }: NetDevice,
): void {
  if (!isHeeded(event)) return
  for (const address of addresses.v4) pmInetaddrEvent(event, address)
  for (const address of addresses.v6) inet6AddrEvent(event, address)
}
