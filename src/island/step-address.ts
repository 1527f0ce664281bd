/** The address follows the steps no faster than browsers allow, in ms. */
const pause = 250

/** The address of the page while a reader goes through the steps of an element: `#ID.12` at the twelfth. */
export class StepAddress {
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Makes the address name a step of the element `id`, counted from 1, in a moment: unless another step comes first. */
  name(id: string, step: number): void {
    this.stay()
    this.#timer = setTimeout(() => history.replaceState(history.state, '', `#${id}.${step}`), pause)
  }

  /** Leaves the address as it is. */
  stay(): void {
    clearTimeout(this.#timer)
  }

  /** Makes the address name no step of the element `id`. */
  clear(id: string): void {
    this.stay()
    if (location.hash.startsWith(`#${id}.`)) {
      history.replaceState(history.state, '', location.pathname + location.search)
    }
  }
}
