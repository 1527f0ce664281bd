/**
 * An element whose module is loaded when the pointer or the focus first enters it (`first-action/inline.ts`). Its
 * buttons have `data-action`, and a link may name one of its steps.
 */
export abstract class IslandElement<Action extends string = string> extends HTMLElement {
  /** The types of the events that the element handles, `click` among them. */
  protected abstract readonly listened: readonly string[]

  /** Does the action of a control, also of one that was clicked before the module was loaded (`data-clicked`). */
  protected abstract act(action: Action, control?: HTMLElement): void

  /** Shows the step that the address names, if the step is of this element. */
  protected abstract follow(): void

  /** Handles an event on the element, after {@link act} if the event is a click on a control. */
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
    if (target.closest('[data-ready]') !== this) return // the event is for an element inside this one
    const control = event.type === 'click' && target.closest<HTMLElement>('[data-action]')
    if (control) this.act(control.dataset.action as Action, control)
    this.onEvent?.(event)
  }
}
