/**
 * The one inline script: all that runs before the reader's first action, and what answers that action.
 *
 * It is a classic script, compiled and minified by `plugin.ts`, and the same on every page (its hash is in
 * the content security policy), so whatever differs from page to page it finds in attributes:
 *
 * - `html[data-scripts]`: the scripts that wake React, space separated.
 * - `[data-wake]`, `[role=tab]`: controls that need React. The action that woke it is replayed afterwards.
 * - `[data-island="<module url>"]`: the root of an element that brings its own module, see {@link reach}; and maybe
 *   `data-frame`, see {@link beginSandbox}.
 * - `[data-theme-switch]`, `a[data-language]`, `[data-copy]`: controls answered right here, also when
 *   React is awake.
 */
declare const THEME_KEY: string

const root = document.documentElement

// Theme. React, once awake, follows through the `storage` event, as it would follow another tab.

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
    const area = localStorage
    if (theme) area.setItem(THEME_KEY, theme)
    else area.removeItem(THEME_KEY)
    dispatchEvent(new StorageEvent('storage', { key: THEME_KEY, newValue: theme, storageArea: area }))
  } catch {} // storage is forbidden: the choice lasts as long as the page
}

try {
  theme = localStorage.getItem(THEME_KEY)
} catch {}
showTheme()
systemDark.addEventListener('change', showTheme)
addEventListener('storage', (event) => {
  if (event.key === THEME_KEY) {
    theme = event.newValue
    showTheme()
  }
})

// Waking React.

const waiting: { path: number[]; event: Event }[] = []

/** Loads React, and gives it `event` on the element that stands in the place of `control` when it is awake. */
const wake = (control: Element, event: Event): void => {
  event.preventDefault()
  event.stopImmediatePropagation()
  if (control.ariaBusy) return
  control.ariaBusy = 'true'
  const path: number[] = []
  for (let at = control; at.parentElement; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at))
  }
  waiting.push({ path, event })
  for (const src of root.dataset.scripts?.split(' ') || []) {
    document.head.append(Object.assign(document.createElement('script'), { src, async: false }))
  }
  delete root.dataset.scripts
}

new MutationObserver(() => {
  if (!isAwake()) return
  for (const { path, event } of waiting.splice(0)) {
    let at: Element | undefined = root
    for (const index of path) at = at?.children[index]
    if (at) {
      at.ariaBusy = null
      at.dispatchEvent(new (event.constructor as typeof Event)(event.type, event))
    }
  }
}).observe(root, { attributes: true })

const isAwake = (): boolean => root.dataset.hasHydrated === 'true'

// What one event means.

/** The address of the section being read: the heading jumped to, or else the last one scrolled past. */
const section = (): string => {
  const target = document.querySelector(':target')?.getBoundingClientRect()
  if (target && target.bottom > 0 && target.top < innerHeight) return location.hash
  let id = ''
  for (const heading of document.querySelectorAll('main :is(h2,h3,h4)[id]')) {
    if (heading.getBoundingClientRect().top < innerHeight / 3) id = heading.id
  }
  return id
}

/**
 * An island's module is loaded when the pointer or the focus comes near. If a control of it was clicked before
 * the module answers (it then sets `data-ready`), the control's action is left in `data-clicked`, or the id of the walk
 * that it begins; and the last event before that is left in `reachedBy`.
 */
const reach = (island: HTMLElement, control: HTMLElement | null, event?: Event): void => {
  if ('ready' in island.dataset) return
  import(island.dataset.island as string)
  if (event) beginSandbox(island.dataset)
  Object.assign(island, { reachedBy: event })
  if (control) island.dataset.clicked = control.dataset.walk || control.dataset.action
}

/**
 * The frame and the program that run an example come together with its module, which will find the frame by its address.
 * On it is the request for the program, and what events there were: `data-load`, `data-message`.
 */
const beginSandbox = ({ island, frame, program }: DOMStringMap): void => {
  if (!frame || document.querySelector('iframe')) return
  const here = (name?: string) => island?.replace(/[^/]*$/, name as string) as string
  const element = document.createElement('iframe')
  const begun = { sandbox: 'allow-scripts', hidden: true, src: here(frame), program: fetch(here(program)) }
  Object.assign(element, begun)
  const note = ({ type }: Event) => {
    element.dataset[type] = ''
  }
  element.onload = note
  addEventListener('message', (event) => event.source === element.contentWindow && note(event))
  document.body.append(element)
}

const copy = (button: HTMLElement): void => {
  const text = button.parentElement?.querySelector('pre') as HTMLElement
  // Where the clipboard is not allowed, selecting is all there is.
  if (!navigator.clipboard) getSelection()?.selectAllChildren(text)
  navigator.clipboard?.writeText(text.textContent).then(() => {
    button.dataset.copied = ''
    setTimeout(() => delete button.dataset.copied, 2000)
  })
}

const answer = (event: Event): void => {
  const near = (selector: string) => (event.target as Element).closest?.<HTMLElement>(selector)
  const clicked = event.type === 'click'
  let it = near('[data-island]')
  if (it && event.type !== 'keydown') reach(it, clicked ? (near('[data-action]') ?? null) : null, event)
  it = near(clicked ? '[data-wake],[role=tab]' : '[role=tab]')
  if (it && !isAwake() && (clicked || /^(Enter| |Arrow.*)$/.test((event as KeyboardEvent).key)))
    wake(it, event)
  if ((event as KeyboardEvent).key === 'Escape') near('.term')?.blur() // closes its definition
  if (!clicked) return
  it = near('a[data-language]')
  if (it) (it as HTMLAnchorElement).hash = section()
  if (near('[data-theme-switch]')) switchTheme()
  it = near('[data-copy]')
  if (it) copy(it)
}

/**
 * A link may lead to a step of an island (`#walk-0123abcd.12`): to come by it is an action too. An island has the id, or
 * a button that begins such a walk.
 */
const arrive = (): void => {
  const [id = ''] = location.hash.slice(1).split('.')
  const target = document.getElementById(id) || document.querySelector(`[data-walk="${CSS.escape(id)}"]`)
  const island = target?.closest<HTMLElement>('[data-island]')
  if (island) reach(island, null)
}
addEventListener('DOMContentLoaded', arrive)
addEventListener('hashchange', arrive)

for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click']) {
  addEventListener(type, answer, true)
}
