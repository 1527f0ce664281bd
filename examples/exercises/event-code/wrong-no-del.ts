// Fails with: plain-codes
/** A notification about an address, and the state of its device. */
export interface Notified {
  notification: 'NETDEV_UP' | 'NETDEV_DOWN' | 'NETDEV_CHANGE'
  /** The device is up. */
  isUp: boolean
  /** The device has `multipath off`. */
  multipathOff: boolean
}

/** Returns the code of the event that the notification becomes. */
export function codeFor(notified: Notified): 'ADD' | 'DEL' | 'MOD' {
  const { notification, isUp, multipathOff } = notified
  if (!isUp || multipathOff) return 'DEL'
  if (notification === 'NETDEV_UP') return 'ADD'
  return 'MOD'
}
