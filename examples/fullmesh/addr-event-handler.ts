import { familyOf } from '../kernel/inet.ts'
import type { InterfaceAddress } from '../kernel/netdevice.ts'
import type { NetdevEvent } from '../kernel/notifier.ts'
import { addPmEvent } from './address-event.ts'
import { differences } from './families.ts'
import type { AddressEvent } from './structures.ts'

/** The notifications that this path manager handles; it ignores others. */
export type HandledEvent = 'NETDEV_UP' | 'NETDEV_DOWN' | 'NETDEV_CHANGE'

/** Whether this path manager handles a notification. */
export function isHandled(event: NetdevEvent): event is HandledEvent {
  return (
    event === 'NETDEV_UP' ||
    event === 'NETDEV_DOWN' ||
    event === 'NETDEV_CHANGE'
  )
}

/**
 * Turns a notification about an address into an event for the worker. If
 * the device is down, or has `multipath off`, the event is a DEL for any
 * notification.
 *
 * Runs in the context of the notifier chain, and does not sleep.
 *
 * @see mptcp_fullmesh.c:1073 `addr4_event_handler`, :1132
 *   `addr6_event_handler`
 */
export function addrEventHandler(
  event: HandledEvent,
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
  event: HandledEvent,
  { device }: InterfaceAddress,
): AddressEvent['code'] {
  if (event === 'NETDEV_DOWN' || device.noMultipath || !device.up)
    return 'DEL'
  return event === 'NETDEV_UP' ? 'ADD' : 'MOD'
}
