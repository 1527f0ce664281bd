/**
 * The element `<full-mesh-story>` in the page: shows the pictures of a story one after the other, when the reader asks.
 * The build wrote the last picture. A reader who prefers reduced motion goes from picture to picture by the buttons.
 */

import { escapeHtml } from '../../island/escape.ts'
import { fetchText } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { trustedHtml } from '../../island/trusted.ts'
import type { Picture } from './story.tsx'

/** The time of a picture, in ms. */
const pace = 1600

type Action = 'play' | 'back' | 'forward'

class FullMeshStory extends IslandElement<Action> {
  protected readonly listened = ['click']
  #pictures: Picture[] = []
  #index = -1
  #playing: ReturnType<typeof setInterval> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#pause()
  }

  protected follow(): void {}

  protected async act(action: Action): Promise<void> {
    if (this.#pictures.length === 0) this.#pictures = JSON.parse(await fetchText(this.dataset.pictures ?? ''))
    if (action === 'play' && !this.#playing) this.#play()
    else {
      this.#pause()
      if (action !== 'play') this.#show(this.#index + (action === 'back' ? -1 : 1))
    }
  }

  #play(): void {
    const last = this.#pictures.length - 1
    if (this.#index >= last) this.#index = -1
    this.#show(this.#index + 1)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    this.#playing = setInterval(() => {
      this.#show(this.#index + 1)
      if (this.#index >= last) this.#pause()
    }, pace)
    this.#name('❚❚', this.dataset.pause)
  }

  #pause(): void {
    clearInterval(this.#playing)
    this.#playing = undefined
    this.#name('▶', this.dataset.play)
  }

  #name(mark: string, word = ''): void {
    const button = this.querySelector('[data-action=play]')
    if (button) button.innerHTML = trustedHtml(`<span aria-hidden="true">${mark}</span> ${escapeHtml(word)}`)
  }

  #show(index: number): void {
    this.#index = Math.max(0, Math.min(index, this.#pictures.length - 1))
    const picture = this.#pictures[this.#index]
    if (!picture) return
    const find = (selector: string) => this.querySelector(selector) as HTMLElement
    find('.story__picture').innerHTML = trustedHtml(picture.svg)
    const caption = picture.caption
      .split('`')
      .map((part, at) => (at % 2 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    find('.story__caption').innerHTML = trustedHtml(caption.join(''))
    find('.story__count').textContent = `${this.#index + 1} / ${this.#pictures.length}`
    const walk = find('.story__walk') as HTMLAnchorElement
    walk.hash = walk.hash.replace(/\.\d+$/, `.${picture.step}`)
  }
}

customElements.define('full-mesh-story', FullMeshStory)
