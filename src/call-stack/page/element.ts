/**
 * The element `<full-mesh-stack>` in the page: steps through a call stack, one call a step, in the player of walks. The
 * build wrote its frames and a button. This module is loaded when the pointer or the focus first enters the element, or
 * by a link to one of its steps.
 */

import { fetchText, here } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { type PlayerFiles, playerFile, type WalkPlayer } from '../../island/walk-index.ts'
import { wordsIn } from '../words.ts'

class FullMeshStack extends IslandElement<'start'> {
  protected readonly listened = ['click']

  protected act(): void {
    this.#open(1)
  }

  protected follow(): void {
    const [id, number] = location.hash.slice(1).split('.')
    if (id !== this.id || !(Number(number) > 0)) return
    const stack = this.parentElement
    if (stack instanceof HTMLDetailsElement) stack.open = true
    stack?.scrollIntoView()
    this.#open(Number(number))
  }

  async #open(step: number): Promise<void> {
    if (this.querySelector('full-mesh-walk')) return
    const files: PlayerFiles = JSON.parse(await fetchText(`../walk/${playerFile}`))
    const { createStack }: WalkPlayer = await import(here(`../walk/${files.player}`))
    const id = this.id.replace('call-stack-', '')
    this.append(createStack({ id, address: this.id, step }, this.#links(), files.kernel))
  }

  /** Returns links for the last step: to a walkthrough on this page, and to the page about the innermost function. */
  #links(): { href: string; text: string }[] {
    const words = wordsIn()
    const own = [...this.querySelectorAll('[data-fullmesh] code')].at(-1)?.textContent ?? ''
    const steps = [...document.querySelectorAll('full-mesh-walk li[id]')]
    const step = steps.find((item) => item.querySelector('.walk__who')?.textContent === own) ?? steps[0]
    const { page } = this.dataset
    return [
      ...(step ? [{ href: `#${step.id}`, text: words.walk }] : []),
      ...(page && page.split('#')[0] !== location.pathname
        ? [{ href: page, text: words.page(`\`${own}\``) }]
        : []),
    ]
  }
}

customElements.define('full-mesh-stack', FullMeshStack)
