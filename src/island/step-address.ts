/** How long after a step the address changes, in ms: browsers limit how often it may. */
const delay = 250

/** The address of the page while a reader goes through the steps of an element: `#ID.12` at the twelfth. */
export class StepAddress {
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * Makes the address name a step of the element `id` after a delay, unless another step is named meanwhile, or the
   * reader has followed a link to another page.
   *
   * @param step counted from 1
   */
  name(id: string, step: number): void {
    this.cancel()
    const { pathname } = location
    this.#timer = setTimeout(() => {
      if (location.pathname === pathname) history.replaceState(history.state, '', `#${id}.${step}`)
    }, delay)
  }

  /** Leaves the address as it is. */
  cancel(): void {
    clearTimeout(this.#timer)
  }

  /** Makes the address name no step of the element `id`. */
  clear(id: string): void {
    this.cancel()
    if (location.hash.startsWith(`#${id}.`)) {
      history.replaceState(history.state, '', location.pathname + location.search)
    }
  }
}
