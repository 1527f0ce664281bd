/** A first-in, first-out queue. The cost of an operation, except `remove`, does not depend on the length. */
export class Fifo<T> {
  #items: T[] = []
  #head = 0

  get length(): number {
    return this.#items.length - this.#head
  }

  push(item: T): void {
    this.#items.push(item)
  }

  /** Removes and returns the oldest item; undefined if the queue is empty. */
  shift(): T | undefined {
    if (this.#head === this.#items.length) return undefined
    const item = this.#items[this.#head++]
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    return item
  }

  /** Removes an item at any position. */
  remove(item: T): void {
    this.#items = this.toArray().filter((queued) => queued !== item)
    this.#head = 0
  }

  /** The items in order, oldest first, as a new array. */
  toArray(): T[] {
    return this.#items.slice(this.#head)
  }
}
