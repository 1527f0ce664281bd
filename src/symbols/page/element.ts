/**
 * The element `<full-mesh-symbols>` in the page: leaves of the entries of the page those whose name, in C or in
 * TypeScript, or whose lines have what is typed. Without one, a link searches it on the site. This module is loaded when the pointer or the focus first enters the element, or by an
 * address such as `?name=raddr#symbol-filter`.
 */

import { IslandElement } from '../../island/island-element.ts'
import { type Filtered, matches } from '../matches.ts'
import { wordsIn } from '../words.ts'

class FullMeshSymbols extends IslandElement {
  protected readonly listened = ['input']

  protected act(): void {}

  override connectedCallback(): void {
    super.connectedCallback()
    // What was typed before the module was loaded is in the address, too.
    const isNamed = new URLSearchParams(location.search).has('name')
    if (this.#field.value && !isNamed) this.#writeAddress(this.#field.id)
    addEventListener('popstate', this.#goBack)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#goBack)
  }

  /** Chromium sends no `hashchange` if the name in the address changes as well. */
  readonly #goBack = (): void => this.follow()

  /** Filters by the name in the address; or shows the entry that the address leads to, if it is filtered out. */
  protected follow(): void {
    this.#field.value = new URLSearchParams(location.search).get('name') ?? this.#field.value // typed before it was loaded
    this.#filter()
    const id = decodeURIComponent(location.hash.slice(1))
    const entry = document.getElementById(id)?.closest('.symbols > [hidden]')
    if (!entry) return
    this.#field.value = ''
    this.#filter()
    this.#writeAddress(id)
    entry.scrollIntoView()
  }

  protected override onEvent(): void {
    this.#filter()
    this.#writeAddress(this.#field.value && this.#field.id)
  }

  /** Writes the name that is filtered by into the address. */
  #writeAddress(id: string): void {
    const name = this.#field.value
    const address = new URL(location.href)
    if (name) address.searchParams.set('name', name)
    else address.searchParams.delete('name')
    address.hash = id
    history.replaceState(history.state, '', address)
  }

  #filter(): void {
    const { value } = this.#field
    const entries = [...document.querySelectorAll<HTMLElement>('.symbols > li')]
    for (const entry of entries) entry.hidden = !matches(filtered(entry), value)
    const shown = entries.filter(({ hidden }) => !hidden)
    // A heading without entries below it is hidden with its list.
    for (const list of document.querySelectorAll<HTMLElement>('.symbols')) {
      list.hidden = [...list.children].every((entry) => (entry as HTMLElement).hidden)
      const heading = list.previousElementSibling as HTMLElement | null
      if (heading?.matches('.heading')) heading.hidden = list.hidden
    }
    const status = this.querySelector('[role=status]') as HTMLElement
    const words = wordsIn()
    const search = Object.assign(document.createElement('a'), {
      href: `?q=${encodeURIComponent(value.trim())}`,
      textContent: words.searchFor(value.trim()),
    })
    if (shown.length > 0) status.textContent = words.matches(shown.length, entries.length)
    else status.replaceChildren(words.noMatch, search)
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement
  }
}

function filtered(entry: Element): Filtered {
  const names = [...entry.querySelectorAll('.symbols__name code, [data-model]')]
  const address = entry.querySelector<HTMLAnchorElement>('.symbols__name .c-line')?.hash ?? ''
  const [first = 0, last = first] = [...address.matchAll(/L(\d+)/g)].map(([, line]) => Number(line))
  return { names: names.map(({ textContent }) => textContent ?? ''), lines: [first, last] }
}

customElements.define('full-mesh-symbols', FullMeshSymbols)
