import { familyOf } from '../kernel/inet.ts'
import type { InterfaceAddress } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { addPmEvent } from './address-event.ts'
import { differences } from './families.ts'
import type { AddressEvent } from './structures.ts'

/** The notifications this path manager acts on. */
export type HeededEvent = 'NETDEV_UP' | 'NETDEV_DOWN' | 'NETDEV_CHANGE'

export function isHeeded(event: NetdevEvent): event is HeededEvent {
  return (
    event === 'NETDEV_UP' ||
    event === 'NETDEV_DOWN' ||
    event === 'NETDEV_CHANGE'
  )
}

/**
 * Turns a notification about an address into an event for the worker: what
 * MPTCP may not use is gone, whatever the notification says.
 *
 * @see mptcp_fullmesh.c:1073 `addr4_event_handler`, :1132
 *   `addr6_event_handler`
 */
export function addrEventHandler(
  event: HeededEvent,
  changed: InterfaceAddress,
): void {
  const { address, device } = changed
  if (differences[familyOf(address)].ignores(changed)) return
  addPmEvent(device.namespace, {
    address,
    ifindex: device.ifindex,
    lowPrio: device.backup,
    code: codeFor(event, changed),
  })
}

function codeFor(
  event: HeededEvent,
  { device }: InterfaceAddress,
): AddressEvent['code'] {
  if (event === 'NETDEV_DOWN' || device.noMultipath || !device.up)
    return 'DEL'
  return event === 'NETDEV_UP' ? 'ADD' : 'MOD'
}
