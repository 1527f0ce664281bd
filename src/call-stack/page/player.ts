/**
 * The element `<full-mesh-stack>` in the page: steps through a call stack, a call a step. The build wrote its frames
 * and a button; this is loaded when the pointer or the focus first comes near, or by a link to one of the steps, and
 * takes all it says from the frames.
 */

import { StepAddress } from '../../island/step-address.ts'
import { type Words, wordsIn } from '../words.ts'
import { type ToldFrame, tellStep } from './steps.ts'

/** What a control does. */
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

class FullMeshStack extends HTMLElement {
  #index = 0
  /** Each step in words; none while it is closed. */
  #told: string[] = []
  #address = new StepAddress()

  connectedCallback(): void {
    this.dataset.ready = ''
    for (const type of ['click', 'keydown']) this.addEventListener(type, this)
    addEventListener('hashchange', this)
    const { clicked } = this.dataset
    delete this.dataset.clicked
    if (clicked) this.#act(clicked as Action)
    else this.#follow()
  }

  disconnectedCallback(): void {
    this.#address.stay()
    removeEventListener('hashchange', this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'hashchange') this.#follow()
    if (event.type === 'click') {
      const control = (event.target as Element).closest<HTMLElement>('[data-action]')
      if (control) this.#act(control.dataset.action as Action)
    }
    if (event.type === 'keydown' && this.#told.length > 0) {
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent
      const action = ctrlKey || metaKey || altKey ? undefined : keys[key]
      if (!action) return
      event.preventDefault()
      this.#act(action)
    }
  }

  #act(action: Action): void {
    if (action === 'start') this.#open(0)
    else if (action === 'close') this.#close()
    else if (action === 'keys') {
      this.#find('.walk__keys').toggleAttribute('hidden')
      this.#show(this.#index) // from under the taller bar
    } else if (action === 'first') this.#show(0)
    else if (action === 'last') this.#show(this.#told.length - 1)
    else this.#show(this.#index + (action === 'forward' ? 1 : -1))
  }

  /** Begins at the step that the address names, if it is one of this stack. */
  #follow(): void {
    this.#address.stay()
    const [id, number] = location.hash.slice(1).split('.')
    if (id !== this.id || !(Number(number) > 0)) return
    const stack = this.parentElement as HTMLElement
    if (stack instanceof HTMLDetailsElement) stack.open = true
    stack.scrollIntoView()
    this.#open(Number(number) - 1)
  }

  #open(index: number): void {
    if (this.#told.length === 0) {
      const context = this.parentElement?.querySelector('.call-stack__facts > span')?.innerHTML ?? ''
      const frames = this.#frames.map(read)
      this.#told = frames.map((_, depth) => tellStep(frames, depth, context, this.#ways(), this.#words))
      this.#bar.innerHTML = controls(this.#told, this.#words)
      this.dataset.stepping = ''
    }
    this.#show(index)
    this.#find('[data-action=forward]').focus({ preventScroll: true })
  }

  #close(): void {
    this.#told = []
    delete this.dataset.stepping
    for (const frame of this.#frames) frame.ariaCurrent = null
    this.#bar.innerHTML = `<button type="button" data-action="start">${this.#words.start}</button>`
    this.#find('button').focus({ preventScroll: true })
    this.#address.clear(this.id)
  }

  #show(index: number): void {
    const last = this.#told.length - 1
    this.#index = Math.max(0, Math.min(index, last))
    for (const [depth, frame] of this.#frames.entries()) {
      frame.ariaCurrent = depth === this.#index ? 'step' : null
    }
    this.#find('[role=status]').innerHTML = this.#told[this.#index] ?? ''
    this.#find('output').textContent = `${this.#index + 1} / ${last + 1}`
    this.#find('[data-action=back]').ariaDisabled = String(this.#index === 0)
    this.#find('[data-action=forward]').ariaDisabled = String(this.#index === last)

    const frame = this.#frames[this.#index]
    if (frame) frame.style.scrollMarginBottom = `${this.#bar.offsetHeight}px`
    frame?.scrollIntoView({ block: 'nearest' })

    this.#address.name(this.id, this.#index + 1)
  }

  /** Where its end leads: to a walkthrough on this page, and to the page about the innermost function of the file. */
  #ways(): string[] {
    const name = this.#frames
      .findLast((frame) => 'fullmesh' in frame.dataset)
      ?.querySelector('code')?.textContent
    const steps = [...document.querySelectorAll('full-mesh-walk li[id]')]
    const step = steps.find((item) => item.querySelector('.walk__who')?.textContent === name) ?? steps[0]
    const { page } = this.dataset
    const ways = []
    if (step) ways.push(`<a href="#${step.id}">${this.#words.walk}</a>`)
    if (page && page.split('#')[0] !== location.pathname) {
      ways.push(`<a href="${page}">${this.#words.page(`<code>${name}</code>`)}</a>`)
    }
    return ways
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

/** What a frame says. */
function read(frame: Element): ToldFrame {
  const html = (selector: string) => frame.querySelector(selector)?.innerHTML
  const more = [...frame.querySelectorAll('p:not([class])')].map(({ innerHTML }) => innerHTML)
  return {
    name: frame.querySelector('.call-stack__function > code')?.outerHTML ?? '',
    place: frame.querySelector('.call-stack__function > a')?.outerHTML ?? '',
    locks: html('.call-stack__locks'),
    more,
  }
}

/** The step in words, in room for any of them, and below it the buttons. */
function controls(told: string[], words: Words): string {
  const button = (action: Action, mark: string, word: string) =>
    `<button type="button" data-action="${action}">${mark && `<span aria-hidden="true">${mark}</span> `}${word}</button>`
  const rows = words.keyTable.map(
    ([keys, what]) =>
      `<div><dt><kbd>${keys.split(' ').join('</kbd> <kbd>')}</kbd></dt><dd>${what}</dd></div>`,
  )
  const room = told.map((step) => `<p aria-hidden="true">${step}</p>`)
  return `<div class="call-stack__told"><p role="status"></p>${room.join('')}</div><div class="call-stack__controls">${button('back', '←', words.back)}${button('forward', '→', words.forward)}<output class="walk__count"></output>${button('keys', '?', `<span class="walk__sr">${words.keys}</span>`)}${button('close', '', words.close)}</div><dl class="walk__keys" hidden>${rows.join('')}</dl>`
}

customElements.define('full-mesh-stack', FullMeshStack)
