import { render } from 'preact'
import { codeTag } from '../../../reference/languages.ts'
import { fetchText, here } from '../../island/fetch.ts'
import { addStyle } from '../../island/style.ts'
import { excerptOf, markedFor } from '../excerpt.ts'
import {
  type Catalogue,
  catalogueFile,
  indexFolder,
  type PageText,
  type Postings,
  type SectionText,
} from '../files.ts'
import { type Found, type FoundSection, find } from '../find.ts'
import { isDoubtful, suggestionFor } from '../suggest.ts'
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
  /** The result that the reader opened and has come back from. */
  #opened = 0
  /** The dialog closes because a result on this page is opened. */
  #isLeaving = false

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
    this.#opened = query === null ? 0 : openedResult()
    if (query !== null) this.#search(query)
    if (!HAS_INDEX) this.#say(this.#words.noIndex)
    else this.#load().catch(() => this.#say(this.#words.failed))
  }

  /** Closes the dialog. */
  close(): void {
    this.#dialog?.close()
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
        found.missing.length > 0 || isDoubtful(found)
          ? await suggestionFor(found.query, found.missing, catalogue, findsAll)
          : undefined
      // The reader has typed on.
      if (query !== this.#query) return
      this.#show([], '', suggestion)
      this.#found = found
      const opened = this.#opened
      this.#opened = 0
      const shown = this.#showMore(found, Math.max(shownFirst, opened + 1), catalogue)
      if (opened > 0) this.#select(opened)
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
    const { pages, sections } = catalogue
    const texts = next.map(async ({ section }) => {
      const [page, id] = sections[section] ?? [0, '']
      return (await json<PageText>(pages[page]?.file ?? ''))[id] ?? { text: [] }
    })
    for (const text of texts) text.catch(() => {}) // the first that fails is thrown below
    for (const [at, text] of texts.entries()) this.#addExcerpt(found, length + at, await text)
  }

  #statusOf({ sections, missing }: Found, shown: number): string {
    if (sections.length === 0) return this.#words.none
    return missing.length > 0
      ? this.#words.partly(sections.length, shown)
      : this.#words.count(sections.length, shown)
  }

  /** Shows the excerpt of a result: a line that no result above it shows. */
  #addExcerpt(found: Found, at: number, text: SectionText): void {
    if (found !== this.#found) return
    const shown = this.#results.slice(0, at).flatMap(({ excerpt }) => excerpt?.line ?? [])
    const excerpt = excerptOf(text, found.query, shown)
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
          choose: (index, event) => this.#leave(index, event),
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
      this.#select((this.#active + step + length) % length)
    } else if (key === 'Enter') {
      event.preventDefault()
      if (this.#isCurrent) this.#enter()
      else this.#entersNext = true
    }
  }

  #select(index: number): void {
    this.#active = Math.min(index, this.#results.length - 1)
    this.#draw()
    this.#option?.scrollIntoView({ block: 'nearest' })
  }

  /** Opens the active result. If there is none, searches for what is suggested. */
  #enter(): void {
    const suggestion = this.#root.querySelector<HTMLElement>('.search__suggestion button')
    ;(this.#option ?? suggestion)?.click()
  }

  get #option(): HTMLElement | null {
    return this.#root.querySelector('[aria-selected=true]')
  }

  /**
   * Before a result is opened, the address gets the query: going back shows the results again, at this one. A result on
   * this page is opened without loading the page anew, which would lose what the reader has edited.
   */
  #leave(index: number, event: Event): void {
    const url = new URL(this.#results[index]?.href ?? '')
    this.#select(index)
    nameQuery(this.#query, index)
    if (url.pathname !== location.pathname) return
    event.preventDefault()
    this.#isLeaving = true
    this.#dialog?.close()
    history.pushState(null, '', url)
    if (url.hash) location.replace(url)
    else scrollTo(0, 0)
  }

  #closed(): void {
    if (!this.#isLeaving) nameQuery(null)
    this.#isLeaving = false
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

/** Writes the query into the address, and the result that is opened into its entry of the history; or takes it out. */
function nameQuery(query: string | null, opened = 0): void {
  const url = new URL(location.href)
  if (query === null && !url.searchParams.has('q')) return
  if (query === null) url.searchParams.delete('q')
  else url.searchParams.set('q', query)
  history.replaceState({ ...history.state, opened }, '', url)
}

/** Returns the number of the result that was opened from this entry of the history. */
function openedResult(): number {
  const { opened } = Object(history.state)
  return Number.isInteger(opened) ? opened : 0
}
