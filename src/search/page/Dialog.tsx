import type { VNode } from 'preact'
import type { Excerpt } from '../excerpt.ts'
import type { Words } from '../words.ts'

/** A section that was found. */
export interface Result {
  readonly href: string
  /** The name that the section explains, unless its title has it. */
  readonly name: Excerpt['pieces'] | undefined
  /** The title of the page. */
  readonly page: Excerpt['pieces']
  /** That of the section; undefined for the beginning of a page. */
  readonly title: Excerpt['pieces'] | undefined
  /** Undefined until it is loaded. */
  readonly excerpt: Excerpt | undefined
}

interface Shown {
  readonly words: Words
  readonly query: string
  readonly results: readonly Result[]
  /** Those of the query, or of what was typed before. */
  readonly isCurrent: boolean
  /** The index of the result that Enter opens. */
  readonly active: number
  readonly status: string
  /** A query that finds something. */
  readonly suggestion: string | undefined
  /** How many more results the button shows; 0 if all are shown. */
  readonly more: number
  /** The tag of the language of titles of tests in the code. */
  readonly codeTag: string
  readonly on: Actions
}

interface Actions {
  search(query: string): void
  suggest(query: string): void
  more(): void
  key(event: KeyboardEvent): void
  choose(index: number, event: Event): void
  close(): void
  closed(): void
}

/** The dialog: a field, and the list of results, in which the field moves (a combobox with a listbox). */
export function Dialog(shown: Shown): VNode {
  const { words, query, results, isCurrent, active, status, suggestion, more, on } = shown
  const typed = (event: Event) => {
    const { isComposing } = event as InputEvent
    if (!isComposing) on.search((event.currentTarget as HTMLInputElement).value)
  }
  return (
    <dialog class="search" aria-label={words.title} onClose={on.closed} closedby="any">
      <div class="search__head">
        <input
          type="text"
          role="combobox"
          aria-label={words.title}
          aria-autocomplete="list"
          aria-expanded={results.length > 0}
          aria-controls="search-results"
          aria-activedescendant={results.length > 0 ? optionId(active) : undefined}
          aria-describedby="search-keys"
          placeholder={words.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="go"
          maxLength={200}
          value={query}
          onInput={typed}
          {...onCompositionEnd(typed)}
          onKeyDown={on.key}
        />
        <button type="button" aria-label={words.close} title={words.close} onClick={on.close}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <p class="search__status" role="status">
        {status}
      </p>
      {suggestion !== undefined && (
        <p class="search__suggestion">
          {words.instead}
          <button type="button" onClick={() => on.suggest(suggestion)}>
            {suggestion}
          </button>
        </p>
      )}
      <div
        id="search-results"
        class="search__results"
        role="listbox"
        aria-label={words.results}
        aria-busy={!isCurrent}
        hidden={results.length === 0}
      >
        {results.map((result, index) => (
          <a
            key={result.href}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            href={result.href}
            onClick={(event) => on.choose(index, event)}
          >
            <ResultText result={result} shown={shown} />
          </a>
        ))}
      </div>
      {more > 0 && (
        <button type="button" class="search__more" onClick={on.more}>
          {words.more(more)}
        </button>
      )}
      <p class="search__keys" id="search-keys">
        {words.keys}
      </p>
    </dialog>
  )
}

/** Preact does not know the event, and would listen for `CompositionEnd`. */
const onCompositionEnd = (listener: (event: Event) => void) => ({ oncompositionend: listener })

const optionId = (index: number) => `search-result-${index}`

function ResultText({ result, shown }: { result: Result; shown: Shown }): VNode {
  const { name, page, title, excerpt } = result
  const { words, codeTag } = shown
  return (
    <>
      <span class="search__path">
        {name && (
          <code>
            <Pieces of={name} />
          </code>
        )}{' '}
        <span class={title ? undefined : 'search__title'}>
          <Pieces of={page} />
        </span>
        {title && (
          <>
            <span class="search__between">{words.between}</span>
            <span aria-hidden="true"> › </span>
            <span class="search__title">
              <Pieces of={title} />
            </span>
          </>
        )}
      </span>{' '}
      <span
        class="search__excerpt"
        data-kind={excerpt?.kind}
        lang={excerpt?.kind === 'titles' || excerpt?.kind === 'code' ? codeTag : undefined}
      >
        {excerpt && <Pieces of={excerpt.pieces} />}
      </span>
    </>
  )
}

function Pieces({ of }: { of: Excerpt['pieces'] }): VNode {
  return <>{of.map(({ text, isHit }) => (isHit ? <mark>{text}</mark> : text))}</>
}
