// Fails with: other-device
/** An address event. */
export interface Event {
  code: 'ADD' | 'DEL' | 'MOD'
  address: string
  /** The index of the device. */
  ifindex: number
}

/** Returns the queue, oldest event first, after `event` was queued. */
export function withEvent(queue: Event[], event: Event): Event[] {
  const isSame = ({ address }: Event) => address === event.address
  const place = queue.findIndex(isSame)
  if (place < 0) return [...queue, event]
  if (event.code === 'DEL')
    return [...queue.filter((other) => !isSame(other)), event]
  return queue.with(place, event) // replaces the event at this place
}
