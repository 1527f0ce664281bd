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
    const links = this.#links()
    const files: PlayerFiles = JSON.parse(await fetchText(`../walk/${playerFile}`))
    const { createStack }: WalkPlayer = await import(here(`../walk/${files.player}`))
    const id = this.id.replace('call-stack-', '')
    this.append(createStack({ id, address: this.id, step }, await links, files.kernel))
  }

  /** Returns links for the last step: to a walkthrough on this page, and to the page about the innermost function. */
  async #links(): Promise<{ href: string; text: string }[]> {
    const words = wordsIn()
    const own = [...this.querySelectorAll('[data-fullmesh] code')].at(-1)?.textContent ?? ''
    const step = await stepIn(own)
    const { page } = this.dataset
    return [
      ...(step ? [{ href: `#${step}`, text: words.walk }] : []),
      ...(page && page.split('#')[0] !== location.pathname
        ? [{ href: page, text: words.page(`\`${own}\``) }]
        : []),
    ]
  }
}

/**
 * Returns the address of the first step in a function, in the first walk of the page that has one: by the lists of the
 * steps. If no walk has one, or the lists fail to load, that of the first step of the first walk.
 */
async function stepIn(name: string): Promise<string | undefined> {
  const walks = [...document.querySelectorAll<HTMLElement>('full-mesh-walk[id]')]
  for (const walk of walks) {
    const list = walk.querySelector<HTMLAnchorElement>('.walk__all')
    const html = list ? await fetchText(list.href).catch(() => '') : ''
    const [before = '', found] = html.split(`<span class="walk__who"><code>${name}</code>`)
    const step = found && [...before.matchAll(/<li id="(.*?)"/g)].at(-1)?.[1]
    if (step) return step
  }
  return walks[0] && `${walks[0].id}.1`
}

customElements.define('full-mesh-stack', FullMeshStack)
