/**
 * The element `<full-mesh-pair>` in the page: the control in the bar that shows a second language beside the text.
 *
 * The text of the page stays where it is, so that elements keep their state: its parent gets a shadow tree, in which slots lay it out beside the other text. The ids of that text do not meet those of the page.
 */

import { once, request } from '../../island/fetch.ts'
import { IslandElement } from '../../island/island-element.ts'
import { namePair, pairChoice, rememberPair } from '../../island/pair-choice.ts'
import { addStyle, sheetOf } from '../../island/style.ts'
import { trustedHtml } from '../../island/trusted.ts'
import { wordsIn } from '../words.ts'
import { layOutPlain, layOutRows } from './lay-out.ts'
import messageStyle from './message.css'
import pageStyle from './page.css'
import { rowsOf, sectionsOf } from './sections.ts'

/** The text of a page, in the document of the page. */
const textIn = (page: Document) => page.querySelector('article > .markdown')

/** Pages in other languages, by their address. */
const pages = new Map<string, Promise<Document>>()

const pageSheet = sheetOf(pageStyle)
addStyle('pair', messageStyle)

class FullMeshPair extends IslandElement<'toggle' | 'close'> {
  protected readonly listened = ['click']

  /** The tag of the second language; null while the page shows one. */
  #choice: string | null = null
  /** The text that is being shown in two languages. */
  #text: Element | null = null
  /** The place to go to when the page is first laid out. */
  #kept: Place | undefined
  /** An element can be added to the text; in `npm run dev`, another page replaces it. */
  readonly #changes = new MutationObserver((changes) => {
    const text = textIn(document)
    if (this.#text !== text || changes.some(({ target }) => target === text)) this.#update()
  })

  override connectedCallback(): void {
    const choice = pairChoice()
    if (choice !== null) {
      this.#choose(otherLanguage(choice))
      this.#kept = keptPlace()
    }
    addEventListener('pagehide', this.#rememberPlace)
    super.connectedCallback()
    this.#changes.observe(document.body, { childList: true, subtree: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pagehide', this.#rememberPlace)
    this.#changes.disconnect()
  }

  /** Keeps the place in the two languages, as the browser keeps that of the page before the second one is there. */
  #rememberPlace = (): void => {
    const place = this.#choice !== null && this.#text && placeIn(this.#text)
    try {
      if (place) sessionStorage.setItem(placeKey(), JSON.stringify(place))
      else sessionStorage.removeItem(placeKey())
    } catch {} // without storage the place is lost
  }

  protected act(action: 'toggle' | 'close'): void {
    if (action === 'close') {
      this.#say('')
      this.#button.focus()
      return
    }
    this.#choose(this.#choice === null ? otherLanguage('') : null)
    namePair(this.#choice !== null)
    this.#update()
  }

  #choose(choice: string | null): void {
    this.#choice = choice
    rememberPair(choice)
  }

  protected follow(): void {
    if (this.#text !== textIn(document)) this.#update()
  }

  /** Shows the page in as many languages as the reader has chosen. */
  #update(): void {
    this.#say('')
    this.#text = textIn(document)
    const text = this.#text
    if (!text) return
    if (this.#choice === null) this.#plain(text)
    else this.#pair(text, this.#choice)
  }

  #plain(text: Element): void {
    this.#press(false)
    keepPlace(text, () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== pageSheet)
      layOutPlain(text)
    })
  }

  async #pair(text: Element, choice: string): Promise<void> {
    this.#press(true)
    const control = this.#button
    control.ariaBusy = 'true'
    const page = await pageBeside(choice).catch(() => null)
    if (this.#text !== text || this.#choice !== choice) return // the reader has gone on
    control.ariaBusy = null
    const other = page && textIn(page)
    if (!other) {
      this.#choice = null
      this.#plain(text)
      if (page !== null) this.#say(wordsIn().missing)
      else {
        // The pages opened later would fail, too.
        rememberPair(null)
        namePair(false)
        this.#say(document.documentElement.dataset.kept ? wordsIn().notKept : wordsIn().unreachable)
      }
      return
    }
    const [mine, second] = [languageIn(document), languageIn(page)]
    const names = new Map(links().map(({ hreflang, textContent }) => [hreflang, textContent]))
    const named = (lang: string) => ({ lang, label: names.get(lang) ?? this.dataset.label ?? lang })
    const kept = this.#kept
    this.#kept = undefined
    keepPlace(text, () => {
      document.adoptedStyleSheets = [
        ...document.adoptedStyleSheets.filter((sheet) => sheet !== pageSheet),
        pageSheet,
      ]
      layOutRows(text, rowsOf(sectionsOf(text), sectionsOf(other)), named(mine), {
        ...named(second),
        dir: page.documentElement.dir,
        file: other.closest<HTMLElement>('[data-file]')?.dataset.file ?? '',
        choices: [...names.keys()].map(named),
        choose: (lang) => {
          this.#choose(lang)
          this.#update()
        },
      })
    })
    if (kept) scrollToPlace(text, kept)
  }

  #press(pressed: boolean): void {
    this.#button.ariaPressed = String(pressed)
    this.#button.ariaBusy = null
  }

  #say(words: string): void {
    const status = this.querySelector('.pair__status') as Element
    if (status.textContent !== words) status.textContent = words
    this.querySelector('.pair__message')?.toggleAttribute('data-said', words !== '')
  }

  get #button(): HTMLElement {
    return this.querySelector('button') as HTMLElement
  }
}

/** The links to this page in other languages. */
function links(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
}

/** Returns the link to this page in a language, or else in the first that it is not shown in. */
function linkTo(choice: string): HTMLAnchorElement | undefined {
  const shown = languageIn(document)
  return (
    links().find(({ hreflang }) => hreflang === choice) ?? links().find(({ hreflang }) => hreflang !== shown)
  )
}

/** Returns the tag of a language that is not that of the page: the chosen one, or else the first other. */
function otherLanguage(choice: string): string {
  return linkTo(choice)?.hreflang || choice
}

/** Returns the tag of the language in which a page is shown: that of its text, if it is not translated. */
function languageIn(page: Document): string {
  return textIn(page)?.closest<HTMLElement>('[lang]')?.lang ?? ''
}

/** Loads the page in the chosen language, or else in the first other: one that is not shown in the same language. */
async function pageBeside(choice: string): Promise<Document | undefined> {
  for (const link of new Set([linkTo(choice), linkTo('')])) {
    const page = link && (await once(pages, link.pathname, () => load(link.pathname)))
    if (page && textIn(page) && languageIn(page) !== languageIn(document)) return page
  }
  return undefined
}

async function load(address: string): Promise<Document> {
  const html = await (await request(address)).text()
  return new DOMParser().parseFromString(trustedHtml(html), 'text/html')
}

/** The key of the place in the text of this page. */
const placeKey = () => `pair-place ${location.pathname}`

/** A place in a text: the number of the element at the top of the window, and how far down it begins, in px. */
type Place = readonly [child: number, top: number]

/** Returns the place in this page to which a reload, or going back, has led. */
function keptPlace(): Place | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!/reload|back/.test(navigation?.type ?? '')) return undefined
  try {
    return JSON.parse(sessionStorage.getItem(placeKey()) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function placeIn(text: Element): Place | undefined {
  const children = [...text.children]
  const child = children.findIndex((each) => each.getBoundingClientRect().bottom > 0)
  return scrollY > 0 && child >= 0 ? [child, children[child]?.getBoundingClientRect().top ?? 0] : undefined
}

function scrollToPlace(text: Element, [child, top]: Place): void {
  const now = text.children[child]?.getBoundingClientRect().top
  if (now !== undefined) scrollBy({ top: now - top, behavior: 'instant' })
}

/** Changes the layout. What the reader sees at the top of the window stays there. */
function keepPlace(text: Element, change: () => void): void {
  const place = placeIn(text)
  change()
  if (place) scrollToPlace(text, place)
}

customElements.define('full-mesh-pair', FullMeshPair)
