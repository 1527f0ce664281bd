/** First in, first out, at constant cost however long the line is. */
export class Fifo<T> {
  #items: T[] = []
  #head = 0

  get length(): number {
    return this.#items.length - this.#head
  }

  push(item: T): void {
    this.#items.push(item)
  }

  /** Takes the oldest item, or `undefined` from an empty line. */
  shift(): T | undefined {
    if (this.#head === this.#items.length) return undefined
    const item = this.#items[this.#head++]
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    return item
  }

  /** Takes one item out of the line, wherever it stands. */
  remove(item: T): void {
    this.#items = this.toArray().filter((queued) => queued !== item)
    this.#head = 0
  }

  /** The items in order, oldest first, as a new array. */
  toArray(): T[] {
    return this.#items.slice(this.#head)
  }
}
