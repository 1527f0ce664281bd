import { render } from 'preact'
import { codeTag } from '../../../reference/languages.ts'
import { fetchText, here } from '../../island/fetch.ts'
import { addStyle } from '../../island/style.ts'
import { excerptOf, markedFor } from '../excerpt.ts'
import { type Catalogue, catalogueFile, indexFolder, type PageText, type Postings } from '../files.ts'
import { type Found, type FoundSection, find } from '../find.ts'
import { suggestionFor } from '../suggest.ts'
import { wordsIn } from '../words.ts'
import { Dialog, type Result } from './Dialog.tsx'
import css from './search.css'

declare const HAS_INDEX: boolean

/** How many results are shown at first, and how many more the button shows. */
const shownFirst = 10
const shownMore = 20

/** The search of a page: a dialog, and the files of the index. */
export class Search {
  readonly #words = wordsIn()
  readonly #root = document.createElement('div')
  #catalogue: Promise<Catalogue> | undefined
  /** The request for the catalogue that has begun with the module. */
  #begun: Promise<Response> | undefined
  #query = ''
  #found: Found | undefined
  #results: readonly Result[] = []
  #active = 0
  #status = ''
  #suggestion: string | undefined
  /** The results shown are those of the query. */
  #isCurrent = true
  /** Enter was pressed before they were. */
  #entersNext = false

  constructor(begun: Promise<Response> | undefined) {
    this.#begun = begun
    addStyle('search', css)
  }

  /**
   * Shows the dialog, and searches.
   *
   * @param query null: what was searched before
   */
  open(query: string | null): void {
    if (this.#dialog?.open) return
    document.body.append(this.#root)
    this.#draw()
    this.#dialog?.showModal()
    this.#input?.select()
    if (query !== null) this.#search(query)
    if (!HAS_INDEX) this.#say(this.#words.noIndex)
    else this.#load().catch(() => this.#say(this.#words.failed))
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#root.querySelector('dialog')
  }

  get #input(): HTMLInputElement | null {
    return this.#root.querySelector('input')
  }

  #load(): Promise<Catalogue> {
    const begun = this.#begun
    this.#begun = undefined
    this.#catalogue ??= json<Catalogue>(catalogueFile, begun)
    this.#catalogue.catch(() => {
      this.#catalogue = undefined
    })
    return this.#catalogue
  }

  async #search(query: string): Promise<void> {
    this.#query = query
    this.#isCurrent = false
    this.#entersNext = false
    this.#draw()
    if (!HAS_INDEX) return
    if (!query.trim()) {
      this.#show([], '', undefined)
      return
    }
    try {
      const catalogue = await this.#load()
      const load = (file: string) => json<Postings>(file)
      const found = await find(query, catalogue, load, this.#words.asking)
      const findsAll = async (other: string) => {
        const { sections, missing } = await find(other, catalogue, load)
        return sections.length > 0 && missing.length === 0
      }
      const suggestion =
        found.missing.length > 0
          ? await suggestionFor(found.query, found.missing, catalogue, findsAll)
          : undefined
      // The reader has typed on.
      if (query !== this.#query) return
      this.#show([], '', suggestion)
      this.#found = found
      const shown = this.#showMore(found, shownFirst, catalogue)
      if (this.#entersNext) this.#enter()
      await shown
    } catch {
      if (query === this.#query) this.#show([], this.#words.failed, undefined)
    }
  }

  /** Shows more of what was found; the excerpts follow. */
  async #showMore(found: Found, count: number, catalogue: Catalogue): Promise<void> {
    const { length } = this.#results
    const next = found.sections.slice(length, length + count)
    this.#results = [...this.#results, ...next.map((section) => resultOf(section, catalogue, found.query))]
    this.#active = length
    this.#say(this.#statusOf(found, this.#results.length))
    await Promise.all(next.map((section, at) => this.#addExcerpt(found, section, length + at, catalogue)))
  }

  #statusOf({ sections, missing }: Found, shown: number): string {
    if (sections.length === 0) return this.#words.none
    return missing.length > 0
      ? this.#words.partly(sections.length, shown)
      : this.#words.count(sections.length, shown)
  }

  async #addExcerpt(
    found: Found,
    { section }: FoundSection,
    at: number,
    { pages, sections }: Catalogue,
  ): Promise<void> {
    const [page, id] = sections[section] ?? [0, '']
    const texts = await json<PageText>(pages[page]?.file ?? '')
    if (found !== this.#found) return
    const excerpt = excerptOf(texts[id] ?? { text: [] }, found.query)
    this.#results = this.#results.map((result, index) => (index === at ? { ...result, excerpt } : result))
    this.#draw()
  }

  async #onMore(): Promise<void> {
    if (!this.#found) return
    this.#input?.focus()
    const shown = this.#showMore(this.#found, shownMore, await this.#load())
    this.#option?.scrollIntoView({ block: 'nearest' })
    await shown.catch(() => this.#say(this.#words.failed))
  }

  #show(results: readonly Result[], status: string, suggestion: string | undefined): void {
    this.#found = undefined
    this.#isCurrent = true
    this.#results = results
    this.#suggestion = suggestion
    this.#active = 0
    this.#status = status
    this.#draw()
  }

  #say(status: string): void {
    this.#status = status
    this.#draw()
  }

  #draw(): void {
    render(
      <Dialog
        words={this.#words}
        query={this.#query}
        results={this.#results}
        isCurrent={this.#isCurrent}
        active={this.#active}
        status={this.#status}
        suggestion={this.#suggestion}
        more={Math.min(shownMore, (this.#found?.sections.length ?? 0) - this.#results.length)}
        codeTag={codeTag}
        on={{
          search: (query) => this.#search(query),
          suggest: (query) => {
            this.#input?.focus()
            this.#search(query)
          },
          more: () => this.#onMore(),
          key: (event) => this.#onKey(event),
          choose: (result) => this.#leave(result),
          close: () => this.#dialog?.close(),
          closed: () => this.#closed(),
        }}
      />,
      this.#root,
    )
  }

  #onKey(event: KeyboardEvent): void {
    const { key, isComposing } = event
    if (isComposing) return
    const { length } = this.#results
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && length > 0) {
      event.preventDefault()
      this.#active = (this.#active + step + length) % length
      this.#draw()
      this.#option?.scrollIntoView({ block: 'nearest' })
    } else if (key === 'Enter') {
      event.preventDefault()
      if (this.#isCurrent) this.#enter()
      else this.#entersNext = true
    }
  }

  /** Opens the active result. If there is none, searches for what is suggested. */
  #enter(): void {
    const suggestion = this.#root.querySelector<HTMLElement>('.search__suggestion button')
    ;(this.#option ?? suggestion)?.click()
  }

  get #option(): HTMLElement | null {
    return this.#root.querySelector('[aria-selected=true]')
  }

  /** Before another page is opened, the address gets the query: going back shows the results again. */
  #leave({ href }: Result): void {
    if (new URL(href).pathname === location.pathname) this.#dialog?.close()
    else nameQuery(this.#query)
  }

  #closed(): void {
    nameQuery(null)
    this.#root.remove()
  }
}

/** Loads a file of the index. */
async function json<T>(file: string, answer?: Promise<Response>): Promise<T> {
  return JSON.parse(await fetchText(`../${indexFolder}/${file}`, answer))
}

function resultOf({ section, name }: FoundSection, { pages, sections }: Catalogue, query: string): Result {
  const [page, id, title] = sections[section] ?? [0, '', '']
  const { address = '', title: pageTitle = '' } = pages[page] ?? {}
  const marked = (text: string) => markedFor(text, query)
  return {
    href: here(`../${address}${id && `#${id}`}`),
    // A title that is the name says it already.
    name: name && !(id ? title : pageTitle).includes(name) ? marked(name) : undefined,
    page: marked(pageTitle),
    title: id ? marked(title) : undefined,
    excerpt: undefined,
  }
}

/** Writes the query into the address, or takes it out. */
function nameQuery(query: string | null): void {
  const url = new URL(location.href)
  if (query === url.searchParams.get('q')) return
  if (query === null) url.searchParams.delete('q')
  else url.searchParams.set('q', query)
  history.replaceState(history.state, '', url)
}
