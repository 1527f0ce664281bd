/**
 * The only inline script: it runs before the reader's first action, and handles that action.
 *
 * It is a classic script, compiled and minified by `plugin.ts`. It is the same on every page, because its hash is in the
 * content security policy. It reads what differs between pages from attributes:
 *
 * - `[data-island="<module url>"]`: the root of an element with a module of its own, see {@link loadIsland}.
 * - `[data-action=search]`: is clicked by `/`, by Ctrl+K, and by an address with `?q=`.
 * - `.skip[data-lost]`: the words of the message about a module that cannot be loaded.
 * - `[data-theme-switch]`, `a[data-language]`, `a[data-report]`, `[data-copy]`: controls that this script handles.
 */

import { codeKey } from '../code-key.ts'
import { pairKey } from '../pair-choice.ts'
import { progressKey } from '../progress-key.ts'
import { scenarioKey } from '../scenario-key.ts'
import type { TrustedTypes } from '../trusted.ts'

declare const THEME_KEY: string

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

const root = document.documentElement

// Theme

const systemDark = matchMedia('(prefers-color-scheme: dark)')
let theme: string | null = null

const showTheme = (): void => {
  root.dataset.theme = theme || (systemDark.matches ? 'dark' : 'light')
  root.dataset.themeChoice = theme || 'system'
}

const switchTheme = (): void => {
  const dark = root.dataset.theme !== 'dark'
  theme = dark === systemDark.matches ? null : dark ? 'dark' : 'light'
  showTheme()
  try {
    if (theme) localStorage.setItem(THEME_KEY, theme)
    else localStorage.removeItem(THEME_KEY)
  } catch {} // without storage the choice lasts as long as the page
}

const readTheme = (): void => {
  try {
    theme = localStorage.getItem(THEME_KEY)
  } catch {}
  showTheme()
}

/** The address or an earlier choice of the reader asks for a second language. */
let pair: unknown = /[?&]pair\b/.test(location.search)
/** The exercises that the reader has solved. */
let solved: string | null = null
/** What the reader has changed in examples, by their ids. */
let changed: unknown
/** The scenario that the reader has written. */
let scenario: string | null = null

try {
  pair ||= localStorage.getItem(pairKey)
  solved = localStorage.getItem(progressKey)
  changed = JSON.parse(localStorage.getItem(codeKey) as string)
  scenario = localStorage.getItem(scenarioKey)
} catch {}
readTheme()
systemDark.addEventListener('change', showTheme)
// The choice on another page: on one that is open, and on one from which the reader goes back to this one.
for (const type of ['storage', 'pageshow']) addEventListener(type, readTheme)

// Events

/** The id of the section being read: that of the heading jumped to, or else of the last one scrolled past. */
const section = (): string => {
  const target = document.querySelector(':target')?.getBoundingClientRect()
  if (target && target.bottom > 0 && target.top < innerHeight) return location.hash.slice(1)
  let id = ''
  for (const heading of document.querySelectorAll('main :is(h2,h3,h4)[id]')) {
    if (heading.getBoundingClientRect().top < innerHeight / 3) id = heading.id
  }
  return id
}

/**
 * Loads the module of an island when the pointer or the focus enters it. The module sets `data-ready` when it runs. Until
 * then `data-clicked` keeps the action of a control that was clicked, or the id of the walk that the control begins, and
 * `reachedBy` the last event. What the module needs then starts beside it: the worker of `data-worker`, which the module
 * finds in `worker`; and if a click or a link begins the island, the requests for the files of `data-begins`, in `begun`.
 * If the module cannot be loaded after a click, a message says so until the next click, and the click is forgotten: the
 * module may be loaded by a later action, perhaps on another element.
 */
const loadIsland = (island: HTMLElement, control: HTMLElement | null, event?: Event): void => {
  if ('ready' in island.dataset) return
  import(island.dataset.island as string).catch(() => {
    if (!('clicked' in island.dataset)) return
    delete island.dataset.clicked
    const textContent = document.querySelector<HTMLElement>('.skip')?.dataset.lost
    document.body.append(
      Object.assign(document.createElement('p'), { className: 'lost', role: 'alert', textContent }),
    )
  })
  if (event) startWorker(island)
  const begun = (control || !event) && island.dataset.begins?.split(' ').map((url) => fetch(url))
  Object.assign(island, { reachedBy: event, begun })
  if (control) island.dataset.clicked = control.dataset.walk || control.dataset.action
}

/** Starts the worker that runs an example, as `worker` of the element. Its program and its tests are beside the module. */
const startWorker = (element: HTMLElement & { worker?: Worker | null }): void => {
  const { island, worker, tests } = element.dataset
  if (!worker || element.worker) return
  const url = island?.replace(/[^/]*$/, worker as string) as string
  const policy = trustedTypes?.createPolicy('fullmesh', { createScriptURL: String })
  element.worker = new Worker(policy?.createScriptURL(url) ?? url, { name: tests as string })
  element.worker.onerror = () => {
    element.worker = null // the module starts another
  }
}

/** Adds the step of the address, or the section being read, to the address of the page with which a link ends. */
const addPlace = (link: HTMLAnchorElement): void => {
  const step = /[^#]*\.\d+$/.exec(location.hash)
  link.href = link.href.replace(/(%23.*)?$/, `%23${step || section()}`)
}

const copy = (button: HTMLElement): void => {
  const text = button.parentElement?.querySelector('pre') as HTMLElement
  // Without a clipboard the text is at least selected.
  if (!navigator.clipboard) getSelection()?.selectAllChildren(text)
  navigator.clipboard?.writeText(text.textContent).then(() => {
    button.dataset.copied = ''
    setTimeout(() => delete button.dataset.copied, 2000)
  })
}

const search = () => document.querySelector<HTMLElement>('[data-action=search]')?.click()

const handle = (event: Event): void => {
  const near = (selector: string) => (event.target as Element).closest?.<HTMLElement>(selector)
  const clicked = event.type === 'click'
  const { key, ctrlKey, metaKey } = event as KeyboardEvent
  if (clicked) document.querySelector('.lost')?.remove()
  let it = near('[data-island]')
  if (it && event.type !== 'keydown') loadIsland(it, clicked ? (near('[data-action]') ?? null) : null, event)
  if (key === 'Escape') near('.term')?.blur() // closes the definition of the term
  if (key === '/' ? !near('input,textarea,[contenteditable]') : key === 'k' && (ctrlKey || metaKey)) {
    event.preventDefault()
    search()
  }
  if (!clicked) return
  it = near('a[data-language]')
  // The code of a link is for the page in the other language, too.
  if (it) (it as HTMLAnchorElement).hash = location.hash.includes('/') ? location.hash : section()
  it = near('a[data-report]')
  if (it) addPlace(it as HTMLAnchorElement)
  if (near('[data-theme-switch]')) switchTheme()
  it = near('[data-copy]')
  if (it) copy(it)
}

/**
 * Handles a link to a step of an island (`#walk-no-route-retried.12`), or with code for an example (`#new-session.ts/…`).
 * The island has this id, or a button that begins the walk; if the example is not there, the first one says so. An id
 * that the walk had formerly is replaced in the address. Loads the second language, too, if it is asked for, the filter
 * of the symbols, and, if there are any, the marks of solved exercises and the reader's scenario; and opens the search.
 */
const followHash = (): void => {
  const { hash } = location
  const [id = '', step] = hash.slice(1).split(/\.(?=\d)|\//)
  const named = (what: string) => document.querySelector<HTMLElement>(`[data-${what}="${CSS.escape(id)}"]`)
  const former = named('former')
  if (former) {
    location.replace(hash.replace(id, former.dataset.walk || former.id))
    return
  }
  const target = step
    ? document.getElementById(id) || named('walk') || document.querySelector('.example')
    : null
  for (const island of [
    target?.closest('[data-island]'),
    pair && document.querySelector('full-mesh-pair'),
    solved && document.querySelector('full-mesh-progress,full-mesh-exercise'),
    scenario && document.querySelector('full-mesh-scenario'),
    /[?&]name\b/.test(location.search) && document.querySelector('full-mesh-symbols'),
  ])
    if (island) loadIsland(island as HTMLElement, null)
  if (/[?&]q\b/.test(location.search)) search()
}
/** Marks the examples with a change that is kept: their button to edit says so. */
const markChanged = (): void => {
  for (const id in changed as object) document.getElementById(id)?.setAttribute('data-kept-change', '')
}
addEventListener('DOMContentLoaded', markChanged)
addEventListener('DOMContentLoaded', followHash)
addEventListener('hashchange', followHash)

for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click']) {
  addEventListener(type, handle, true)
}
