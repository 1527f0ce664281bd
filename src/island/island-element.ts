/**
 * An element whose module is loaded when the reader first comes near it (`first-action/inline.ts`): its buttons have
 * `data-action`, and a link may lead to one of its steps.
 */
export abstract class IslandElement<Action extends string = string> extends HTMLElement {
  /** The types of the events that it answers, `click` among them. */
  protected abstract readonly listened: readonly string[]

  /** Does what a control says, or what the reader clicked before the module was there (`data-clicked`). */
  protected abstract act(action: Action, control?: HTMLElement): void

  /** Goes to the step that the address names, if it is one of this element. */
  protected abstract follow(): void

  /** Answers an event on the element. A click on a control has been answered by {@link act}. */
  protected onEvent?(event: Event): void

  connectedCallback(): void {
    this.dataset.ready = ''
    for (const type of this.listened) this.addEventListener(type, this)
    addEventListener('hashchange', this)
    const { clicked } = this.dataset
    delete this.dataset.clicked
    if (clicked) this.act(clicked as Action)
    else this.follow()
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'hashchange') {
      this.follow()
      return
    }
    const target = event.target as Element
    if (target.closest('[data-ready]') !== this) return // it is for an element inside this one
    const control = event.type === 'click' && target.closest<HTMLElement>('[data-action]')
    if (control) this.act(control.dataset.action as Action, control)
    this.onEvent?.(event)
  }
}
