/** Delay before the address changes after a step, in ms: browsers limit how often it may change. */
const delay = 250

/** The address of the page while the reader steps through an element: `#ID.12` at the twelfth step. */
export class StepAddress {
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * Names a step of the element `id` in the address after a delay, unless another step is named meanwhile or the
   * reader follows a link to another page.
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

  /** Cancels a change of the address that is waiting. */
  cancel(): void {
    clearTimeout(this.#timer)
  }

  /** Removes a step of the element `id` from the address. */
  clear(id: string): void {
    this.cancel()
    if (location.hash.startsWith(`#${id}.`)) {
      history.replaceState(history.state, '', location.pathname + location.search)
    }
  }
}
