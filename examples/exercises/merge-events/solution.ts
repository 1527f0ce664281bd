/** An address event. */
export interface Event {
  code: 'ADD' | 'DEL' | 'MOD'
  address: string
  /** The index of the device. */
  ifindex: number
}

/** Returns the queue, oldest event first, after `event` was queued. */
export function withEvent(queue: Event[], event: Event): Event[] {
  const isSame = (other: Event) =>
    other.address === event.address && other.ifindex === event.ifindex
  const place = queue.findIndex(isSame)
  if (place < 0) return [...queue, event]
  const others = queue.filter((other) => !isSame(other))
  if (event.code === 'DEL') return [...others, event]
  return queue.with(place, event) // replaces the event at this place
}
