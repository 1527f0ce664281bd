/**
 * The element `<full-mesh-stack>` in the page: steps through a call stack, one call a step. The build wrote its frames
 * and a button. This module is loaded when the pointer or the focus first enters the element, or by a link to one of
 * its steps, and takes all texts from the frames.
 */

import { button, keyTable } from '../../island/controls.ts'
import { IslandElement } from '../../island/island-element.ts'
import { StepAddress } from '../../island/step-address.ts'
import { type Words, wordsIn } from '../words.ts'
import { type FrameInWords, stepInWords } from './steps.ts'

/** The actions of its controls. */
type Action = 'start' | 'close' | 'back' | 'forward' | 'first' | 'last' | 'keys'

const keys: Record<string, Action> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  ArrowDown: 'forward',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'close',
  '?': 'keys',
}

class FullMeshStack extends IslandElement<Action> {
  protected readonly listened = ['click', 'keydown']
  #index = 0
  /** Each step in words; empty while the element is closed. */
  #steps: string[] = []
  #address = new StepAddress()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#address.cancel()
  }

  protected override onEvent(event: Event): void {
    if (event.type !== 'keydown' || this.#steps.length === 0) return
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent
    const action = ctrlKey || metaKey || altKey ? undefined : keys[key]
    if (!action) return
    event.preventDefault()
    this.act(action)
  }

  protected override act(action: Action): void {
    if (action === 'start') this.#open(0)
    else if (action === 'close') this.#close()
    else if (action === 'keys') {
      this.#find('.walk__keys').toggleAttribute('hidden')
      this.#show(this.#index) // the bar is now taller
    } else if (action === 'first') this.#show(0)
    else if (action === 'last') this.#show(this.#steps.length - 1)
    else this.#show(this.#index + (action === 'forward' ? 1 : -1))
  }

  protected override follow(): void {
    this.#address.cancel()
    const [id, number] = location.hash.slice(1).split('.')
    if (id !== this.id || !(Number(number) > 0)) return
    const stack = this.parentElement as HTMLElement
    if (stack instanceof HTMLDetailsElement) stack.open = true
    stack.scrollIntoView()
    this.#open(Number(number) - 1)
  }

  #open(index: number): void {
    if (this.#steps.length === 0) {
      const context = this.parentElement?.querySelector('.call-stack__facts > span')?.innerHTML ?? ''
      const frames = this.#frames.map(read)
      this.#steps = frames.map((_, depth) => stepInWords(frames, depth, context, this.#links(), this.#words))
      this.#bar.innerHTML = controls(this.#steps, this.#words)
      this.dataset.stepping = ''
    }
    this.#show(index)
    this.#find('[data-action=forward]').focus({ preventScroll: true })
  }

  #close(): void {
    this.#steps = []
    delete this.dataset.stepping
    for (const frame of this.#frames) frame.ariaCurrent = null
    this.#bar.innerHTML = button('start', '', this.#words.start)
    this.#find('button').focus({ preventScroll: true })
    this.#address.clear(this.id)
  }

  #show(index: number): void {
    const last = this.#steps.length - 1
    this.#index = Math.max(0, Math.min(index, last))
    for (const [depth, frame] of this.#frames.entries()) {
      frame.ariaCurrent = depth === this.#index ? 'step' : null
    }
    this.#find('[role=status]').innerHTML = this.#steps[this.#index] ?? ''
    this.#find('output').textContent = `${this.#index + 1} / ${last + 1}`
    this.#find('[data-action=back]').ariaDisabled = String(this.#index === 0)
    this.#find('[data-action=forward]').ariaDisabled = String(this.#index === last)

    const frame = this.#frames[this.#index]
    if (frame) frame.style.scrollMarginBottom = `${this.#bar.offsetHeight}px`
    frame?.scrollIntoView({ block: 'nearest' })

    this.#address.name(this.id, this.#index + 1)
  }

  /** Returns links for the last step: to a walkthrough on this page, and to the page about the innermost function. */
  #links(): string[] {
    const name = this.#frames
      .findLast((frame) => 'fullmesh' in frame.dataset)
      ?.querySelector('code')?.textContent
    const steps = [...document.querySelectorAll('full-mesh-walk li[id]')]
    const step = steps.find((item) => item.querySelector('.walk__who')?.textContent === name) ?? steps[0]
    const { page } = this.dataset
    const links = []
    if (step) links.push(`<a href="#${step.id}">${this.#words.walk}</a>`)
    if (page && page.split('#')[0] !== location.pathname) {
      links.push(`<a href="${page}">${this.#words.page(`<code>${name}</code>`)}</a>`)
    }
    return links
  }

  get #frames(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.call-stack__frames > li')]
  }

  get #bar(): HTMLElement {
    return this.#find('.call-stack__bar')
  }

  get #words(): Words {
    return wordsIn(document.documentElement.lang)
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }
}

/** Reads the texts of a frame from the page. */
function read(frame: Element): FrameInWords {
  const html = (selector: string) => frame.querySelector(selector)?.innerHTML
  const more = [...frame.querySelectorAll('p:not([class])')].map(({ innerHTML }) => innerHTML)
  return {
    name: frame.querySelector('.call-stack__function > code')?.outerHTML ?? '',
    place: frame.querySelector('.call-stack__function > a')?.outerHTML ?? '',
    locks: html('.call-stack__locks'),
    more,
  }
}

/** The status with room for the longest step, and the buttons. */
function controls(steps: string[], words: Words): string {
  const room = steps.map((step) => `<p aria-hidden="true">${step}</p>`)
  const buttons = [
    button('back', '←', words.back),
    button('forward', '→', words.forward),
    '<output class="walk__count"></output>',
    button('keys', '?', `<span class="walk__sr">${words.keys}</span>`),
    button('close', '', words.close),
  ]
  return `<div class="call-stack__told"><p role="status"></p>${room.join('')}</div><div class="call-stack__controls">${buttons.join('')}</div>${keyTable(words.keyTable)}`
}

customElements.define('full-mesh-stack', FullMeshStack)
