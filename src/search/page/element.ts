/**
 * The element `<full-mesh-search>` in the page: the control in the bar that opens the search. The inline script clicks on
 * it for `/`, for Ctrl+K, and for an address with `?q=` (`src/island/first-action/inline.ts`).
 */

import { IslandElement } from '../../island/island-element.ts'
import { Search } from './search.tsx'

class FullMeshSearch extends IslandElement<'search'> {
  protected readonly listened = ['click']

  #search: Search | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('popstate', this.#goBack)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#goBack)
  }

  /** Shows the results again from which the reader went to a section of this page. */
  readonly #goBack = (): void => {
    if (new URLSearchParams(location.search).has('q')) this.act()
    else this.#search?.close()
  }

  protected act(): void {
    // The request that the inline script has begun.
    const { begun } = this as { begun?: readonly Promise<Response>[] }
    this.#search ??= new Search(begun?.[0])
    this.#search.open(new URLSearchParams(location.search).get('q'))
  }

  protected follow(): void {}
}

customElements.define('full-mesh-search', FullMeshSearch)
