// Fails with: later-code
/** An address event. */
export interface Event {
  code: 'ADD' | 'DEL' | 'MOD'
  address: string
  /** The index of the device. */
  ifindex: number
}

/** Returns the queue, oldest event first, after `event` was queued. */
export function withEvent(queue: Event[], event: Event): Event[] {
  const isSame = ({ address, ifindex }: Event) =>
    address === event.address && ifindex === event.ifindex
  const place = queue.findIndex(isSame)
  if (place < 0) return [...queue, event]
  return queue.filter((other) => !isSame(other))
}
